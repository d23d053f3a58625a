package notify_test

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"demarc/scanner/notify"
)

// sender trusts the server and writes down how long it would wait.
func sender(srv *httptest.Server, waits *[]time.Duration) *notify.Sender {
	now := monday
	s := &notify.Sender{
		Now: func() time.Time { return now },
		Wait: func(_ context.Context, d time.Duration) error {
			*waits = append(*waits, d)
			now = now.Add(d)
			return nil
		},
	}
	if srv != nil {
		s.Roots = x509.NewCertPool()
		s.Roots.AddCert(srv.Certificate())
	}
	return s
}

// A reply is what the server answers to one request.
type reply struct {
	code  int
	after string
}

func TestRetry(t *testing.T) {
	ok, busy := reply{code: 202}, reply{code: 503}
	for name, tc := range map[string]struct {
		replies []reply
		err     string // "": none
		waits   int
		least   time.Duration // of the first wait
	}{
		"taken":               {[]reply{ok}, "", 0, 0},
		"busy, then taken":    {[]reply{busy, {code: 500}, ok}, "", 2, time.Second},
		"asks to wait":        {[]reply{{429, "17"}, ok}, "", 1, 17 * time.Second},
		"asks to wait, dated": {[]reply{{429, monday.Add(20 * time.Second).Format(http.TimeFormat)}, ok}, "", 1, 20 * time.Second},
		"busy for good":       {[]reply{busy, busy, busy, busy, busy}, "503 Service Unavailable: invalid_blocks (5 attempts)", 4, time.Second},
		"asks too much":       {[]reply{{429, "86400"}}, "which is too long", 0, 0},
		"nonsense":            {[]reply{{429, "-1"}, {429, "soon"}, {429, "99999999999999999999"}, ok}, "", 3, time.Second},
		"refused":             {[]reply{{code: 400}}, "the receiver answers 400 Bad Request: invalid_blocks", 0, 0},
		"no such place":       {[]reply{{code: 404}}, "404 Not Found", 0, 0},
		"moved":               {[]reply{{code: 307}}, "307", 0, 0},
	} {
		got := 0
		srv := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			b, _ := io.ReadAll(r.Body)
			if r.URL.Path != "/secret-path" || string(b) != `{"a":1}` || got == len(tc.replies) {
				t.Errorf("%s: %s %s, request %d", name, r.URL.Path, b, got)
				return
			}
			w.Header().Set("Retry-After", tc.replies[got].after)
			w.Header().Set("Location", "/elsewhere")
			w.WriteHeader(tc.replies[got].code)
			got++
			io.WriteString(w, "invalid_blocks")
		}))
		var waits []time.Duration
		err := sender(srv, &waits).Post(t.Context(), srv.URL+"/secret-path", []byte(`{"a":1}`))
		if (err == nil) != (tc.err == "") || err != nil && !strings.Contains(err.Error(), tc.err) || len(waits) != tc.waits || got != len(tc.replies) {
			t.Errorf("%s: %v, waits %v, %d requests", name, err, waits, got)
		}
		if len(waits) > 0 && (waits[0] < tc.least || waits[0] > tc.least*3/2) {
			t.Errorf("%s: waits %v", name, waits)
		}
		if len(waits) == 4 && !slices.IsSorted(waits) {
			t.Errorf("%s: the pauses do not grow: %v", name, waits)
		}
		leaks(t, err, "secret-path", srv.URL, "127.0.0.1")
		srv.Close()
	}
}

// leaks fails where an error holds what it must not.
func leaks(t *testing.T, err error, secrets ...string) {
	t.Helper()
	for _, s := range secrets {
		if err != nil && strings.Contains(err.Error(), s) {
			t.Errorf("%q is in the error: %v", s, err)
		}
	}
}

func TestAddressesStayOutOfErrors(t *testing.T) {
	shut, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := shut.Addr().String()
	shut.Close()
	other := httptest.NewUnstartedServer(http.NotFoundHandler()) // not trusted
	defer other.Close()
	other.Config.ErrorLog = log.New(io.Discard, "", 0)
	other.StartTLS()
	breaks := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		c, _, _ := w.(http.Hijacker).Hijack()
		c.Close()
	}))
	defer breaks.Close()
	long := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "no such hook: "+r.URL.String(), http.StatusGone)
	}))
	defer long.Close()
	for address, want := range map[string]string{
		"https://" + closed + "/hidden":                   "cannot be reached (5 attempts)",
		other.URL + "/hidden":                             "certificate",
		breaks.URL + "/hidden":                            "broke",
		long.URL + "/hidden":                              "410 Gone",
		"https://user:hidden@no-such-host.invalid/hidden": "",
		"http://example.com/hidden":                       "https://",
		"hidden":                                          "not a URL",
		"://hidden":                                       "not a URL",
		"https://hidden\x7f":                              "not a URL",
		"ftp://example.com/hidden":                        "https://",
		"https://" + closed + "/%zz-hidden":               "not a URL",
		"http://localhost.example.com/hidden":             "https://",
		"http://[::1]:" + closed[strings.Index(closed, ":")+1:] + "/hidden": "reached",
	} {
		var waits []time.Duration
		err := sender(nil, &waits).Post(t.Context(), address, []byte("{}"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", address, err, want)
		}
		leaks(t, err, "hidden", "127.0.0.1", "example.com", "no-such-host")
	}
}

func TestCancelled(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }))
	defer srv.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	start := time.Now()
	if err := new(notify.Sender).Post(ctx, srv.URL, nil); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 5*time.Second {
		t.Errorf("%v", err)
	}
}

func TestSignature(t *testing.T) {
	const secret = "a secret of thirty-two characters"
	n := news([]string{"x PASS"}, []string{"x FAIL"})
	requests := 0
	var times, deliveries []string
	srv := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		at := monday
		if requests++; requests == 2 {
			at = at.Add(time.Minute)
		}
		for name, tc := range map[string]struct {
			secret string
			body   []byte
			at     time.Time
			ok     bool
		}{
			"as sent": {secret, b, at, true}, "another secret": {secret + "x", b, at, false}, "changed": {secret, append([]byte(" "), b...), at, false},
			"replayed": {secret, b, at.Add(time.Hour), false}, "of the future": {secret, b, at.Add(-time.Hour), false},
		} {
			if err := notify.Verify(tc.secret, r.Header, tc.body, tc.at, 5*time.Minute); (err == nil) != tc.ok {
				t.Errorf("%s: %v", name, err)
			}
		}
		moved := r.Header.Clone()
		moved.Set(notify.TimestampHeader, "1")
		if notify.Verify(secret, moved, b, time.Unix(1, 0), time.Minute) == nil || notify.Verify(secret, http.Header{}, b, at, time.Minute) == nil {
			t.Error("another timestamp, or none, holds")
		}
		times, deliveries = append(times, r.Header.Get(notify.TimestampHeader)), append(deliveries, r.Header.Get(notify.DeliveryHeader))
		if strings.Contains(string(b), secret) {
			t.Error("the secret is sent")
		}
		if requests == 1 {
			w.Header().Set("Retry-After", "60")
			w.WriteHeader(429)
		}
	}))
	defer srv.Close()
	var waits []time.Duration
	if err := sender(srv, &waits).PostSigned(t.Context(), srv.URL, secret, n); err != nil || requests != 2 {
		t.Fatalf("%v, %d requests", err, requests)
	}
	if times[0] == times[1] || deliveries[0] != deliveries[1] || deliveries[0] != n.Delivery() {
		t.Errorf("timestamps %v, deliveries %v", times, deliveries)
	}
	err := sender(srv, &waits).PostSigned(t.Context(), srv.URL, "too short", n)
	if err == nil || requests != 2 {
		t.Errorf("a short secret: %v", err)
	}
	leaks(t, err, "too short")
}
