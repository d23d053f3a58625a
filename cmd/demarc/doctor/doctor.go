// Package doctor finds what stands between a user and a scan, and words what
// to do about it.
package doctor

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"demarc/providers/inventory"
	"demarc/scanner"
)

// A Doctor writes what it finds, and counts what is wrong.
type Doctor struct {
	Out io.Writer
	Ill int
}

// Good tells of what is well.
func (d *Doctor) Good(format string, args ...any) {
	fmt.Fprintf(d.Out, "  ok    %s\n", fmt.Sprintf(format, args...))
}

// Note tells of what is neither.
func (d *Doctor) Note(format string, args ...any) {
	fmt.Fprintf(d.Out, "  note  %s\n", fmt.Sprintf(format, args...))
}

// Bad tells of what is wrong, and what to do about it.
func (d *Doctor) Bad(todo, format string, args ...any) {
	d.Ill++
	fmt.Fprintf(d.Out, "  WRONG %s\n", fmt.Sprintf(format, args...))
	if todo != "" {
		fmt.Fprintf(d.Out, "        to do: %s\n", todo)
	}
}

// maxSkew is the difference of clocks that signatures stand: AWS refuses
// requests that are more than five minutes off.
const maxSkew = 2 * time.Minute

// Reach asks an address for anything, and tells whether it answers, what is
// wrong with TLS, and whether the clocks agree.
func (d *Doctor) Reach(ctx context.Context, c *http.Client, address string, now func() time.Time) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, address, nil)
	if err != nil {
		d.Bad("correct the address", "%s is no address", address)
		return
	}
	resp, err := c.Do(req)
	if err != nil {
		todo, what := unreached(err)
		d.Bad(todo, "%s: %s", address, what)
		return
	}
	resp.Body.Close()
	there, err := http.ParseTime(resp.Header.Get("Date"))
	if err != nil {
		d.Good("%s answers", address)
		return
	}
	if skew := now().Sub(there); skew.Abs() > maxSkew {
		d.Bad("set the clock (timedatectl set-ntp true): signatures are refused when it is off", "the clock is %s off that of %s", skew.Round(time.Second), address)
		return
	}
	d.Good("%s answers, and the clocks agree", address)
}

// unreached says why an address did not answer, and what to do.
func unreached(err error) (todo, what string) {
	var unknown x509.UnknownAuthorityError
	var verify *tls.CertificateVerificationError
	var dns *net.DNSError
	var op *url.Error
	switch {
	case errors.As(err, &unknown), errors.As(err, &verify):
		return "a proxy may stand between: put its authority's certificate into SSL_CERT_FILE", "its certificate is not trusted"
	case errors.As(err, &dns):
		return "check the network, and HTTPS_PROXY where there is a proxy", "the name is not found"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &op) && op.Timeout():
		return "check the network, and HTTPS_PROXY where there is a proxy", "no answer in ten seconds"
	}
	return "check the network, and HTTPS_PROXY where there is a proxy", "cannot be reached"
}

// Proxy tells which proxy is used; never with its password.
func (d *Doctor) Proxy(getenv func(string) string) {
	for _, name := range []string{"HTTPS_PROXY", "https_proxy"} {
		v := getenv(name)
		if v == "" {
			continue
		}
		u, err := url.Parse(v)
		if err != nil || u.Host == "" {
			d.Bad("give "+name+" as http://host:port", "%s is no address of a proxy", name)
			return
		}
		d.Note("requests go through the proxy %s (%s)", u.Host, name)
		return
	}
}

// Examine tells what a scan reached, and what it was refused. permissions is
// the command that prints what it takes.
func (d *Doctor) Examine(s *scanner.Summary, permissions string) {
	for _, sc := range s.Scopes {
		name := sc.Account
		if sc.Name != "" {
			name += " (" + sc.Name + ")"
		}
		d.Good("reaches %s%s", name, regions(sc.Regions))
		for _, l := range sc.LeftOut {
			d.Note("leaves %s out: %s", l.Region, l.Why)
		}
	}
	byReason := map[inventory.Reason]map[string]int{}
	for _, g := range s.Coverage.Gaps {
		if g.Gap.Expected() || g.Gap.Unanswered() {
			continue
		}
		if byReason[g.Gap.Reason] == nil {
			byReason[g.Gap.Reason] = map[string]int{}
		}
		what := cmp.Or(g.Gap.Action, g.Gap.Call, g.Gap.Where)
		if g.Gap.Cause != "" {
			what += " (" + g.Gap.Cause + ")"
		}
		byReason[g.Gap.Reason][what] += g.Count
	}
	for _, reason := range slices.Sorted(maps.Keys(byReason)) {
		what := slices.Sorted(maps.Keys(byReason[reason]))
		d.Bad(todo(reason, permissions), "%s: %s", reason, strings.Join(what, ", "))
	}
	if len(byReason) == 0 {
		d.Good("everything that the chosen checks read can be read (%d calls)", s.Coverage.Calls)
	}
}

func regions(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf(", %d regions", len(all))
}

// todo says what to do about what could not be read.
func todo(r inventory.Reason, permissions string) string {
	switch r {
	case inventory.Denied:
		return "grant these; " + permissions + " prints the whole of what a scan takes"
	case inventory.Disabled:
		return "switch the API on where it is meant to be read, or leave the checks out"
	case inventory.Unlicensed:
		return "these need a licence that the tenant lacks: leave the checks out, or get it"
	case inventory.Throttled:
		return "scan with a lower --concurrency, or at another time"
	case inventory.Failed:
		return "try again; --log-level debug shows the answers"
	}
	return ""
}
