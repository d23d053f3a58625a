package notify

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A Sender sends messages. Its zero value works.
type Sender struct {
	Roots *x509.CertPool                                   // who is trusted; nil: whom the system trusts
	Wait  func(ctx context.Context, d time.Duration) error // between attempts; nil: that time passes
	Now   func() time.Time                                 // nil: time.Now
}

// Attempts are made at most so many; between them the pause doubles from one
// second, unless the receiver names a longer one. Longer than maxPause is not
// waited.
const (
	attempts = 5
	maxPause = 2 * time.Minute
	timeout  = 30 * time.Second
)

// Post sends JSON to Slack or Teams. The address is the secret.
func (s *Sender) Post(ctx context.Context, address string, body []byte) error {
	return s.post(ctx, address, body, func(*http.Request, []byte) {})
}

// PostSigned sends JSON with the signature that Verify checks.
func (s *Sender) PostSigned(ctx context.Context, address, secret string, n *News) error {
	body, err := n.JSON()
	if err != nil {
		return err
	}
	signed, err := signer(secret, n.Delivery(), s.now)
	if err != nil {
		return err
	}
	return s.post(ctx, address, body, signed)
}

func (s *Sender) post(ctx context.Context, address string, body []byte, headers func(*http.Request, []byte)) error {
	if err := CheckAddress(address); err != nil {
		return err
	}
	transport := &http.Transport{Proxy: http.ProxyFromEnvironment, TLSClientConfig: &tls.Config{RootCAs: s.Roots, MinVersion: tls.VersionTLS12}, ForceAttemptHTTP2: true}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, Timeout: timeout, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse // the message goes where the user said, and nowhere else
	}}
	return s.retry(ctx, func() error {
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
		if err != nil {
			return errors.New("the address is not a URL")
		}
		r.Header.Set("Content-Type", "application/json; charset=utf-8")
		r.Header.Set("User-Agent", "demarc")
		headers(r, body)
		res, err := client.Do(r)
		if err != nil {
			return network(err)
		}
		defer res.Body.Close()
		return answer(res, s.now())
	})
}

// CheckAddress refuses what would carry the message in the clear, this machine
// itself aside. The errors do not repeat the address.
func CheckAddress(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return errors.New("the address is not a URL such as https://host/path")
	}
	if u.Scheme == "https" || u.Scheme == "http" && loopback(u.Hostname()) {
		return nil
	}
	return errors.New("the address does not begin with https://: the message would be sent in the clear")
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// A temporary error may be gone at the next attempt.
type temporary struct {
	error
	after time.Duration // as the receiver asks; 0: it does not say
}

// retry makes attempts until one succeeds or fails for good.
func (s *Sender) retry(ctx context.Context, attempt func() error) error {
	pause := time.Second
	for i := 1; ; i++ {
		err := attempt()
		var t temporary
		if err == nil || ctx.Err() != nil || !errors.As(err, &t) {
			return err
		}
		if i == attempts {
			return fmt.Errorf("%w (%d attempts)", err, attempts)
		}
		// A little chance keeps many senders from coming back at once.
		wait := max(t.after, pause+rand.N(pause/2))
		if wait > maxPause {
			return fmt.Errorf("%w: it asks to wait for %s, which is too long", err, wait.Round(time.Second))
		}
		if err := s.wait(ctx, wait); err != nil {
			return err
		}
		pause *= 2
	}
}

func (s *Sender) wait(ctx context.Context, d time.Duration) error {
	if s.Wait != nil {
		return s.Wait(ctx, d)
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

func (s *Sender) now() time.Time {
	if s.Now != nil {
		return s.Now()
	}
	return time.Now()
}

// word matches the short words that receivers name an error by, such as
// Slack's invalid_blocks. Longer answers may repeat an address.
var word = regexp.MustCompile(`^[a-z]+(_[a-z]+){1,5}$`)

// answer is nil where the message was taken: any 2xx. Too many requests and
// errors of the server are temporary.
func answer(res *http.Response, now time.Time) error {
	body, _ := io.ReadAll(io.LimitReader(res.Body, 4096))
	if res.StatusCode >= 200 && res.StatusCode < 300 {
		return nil
	}
	err := fmt.Errorf("the receiver answers %d %s", res.StatusCode, http.StatusText(res.StatusCode))
	if w := strings.TrimSpace(string(body)); len(w) < 60 && word.MatchString(w) {
		err = fmt.Errorf("%w: %s", err, w)
	}
	if res.StatusCode == http.StatusTooManyRequests || res.StatusCode >= 500 {
		return temporary{err, retryAfter(res.Header.Get("Retry-After"), now)}
	}
	return err
}

// retryAfter reads seconds or a date; 0 where there is neither.
func retryAfter(value string, now time.Time) time.Duration {
	if n, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(n) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}

// network says what is wrong with a connection without saying where it leads,
// which the errors of the library do. A connection that did not come about is
// tried again; one that broke later may have carried the message.
func network(err error) error {
	var dns *net.DNSError
	var op *net.OpError
	var cert *tls.CertificateVerificationError
	var late net.Error
	dial := errors.As(err, &op) && op.Op == "dial"
	out := errors.New("the connection to the receiver broke")
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.As(err, &cert):
		return errors.New("the receiver's certificate is not trusted, or is not for its address")
	case errors.As(err, &dns):
		out = errors.New("the receiver's host is not known")
		dial = dial || dns.IsTemporary
	case errors.As(err, &late) && late.Timeout():
		out = errors.New("the receiver does not answer in time")
	case dial:
		out = errors.New("the receiver cannot be reached")
	}
	if dial && (dns == nil || !dns.IsNotFound) {
		return temporary{out, 0}
	}
	return out
}
