package demo_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"demarc/checks"
	azurechecks "demarc/checks/azure"
	gcpchecks "demarc/checks/gcp"
	"demarc/examples/demo"
	"demarc/providers/azure"
	"demarc/providers/azure/azurefake"
	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/scanner"
)

// A fault answers a request in the place of a double, or has nothing to say.
type fault = func(operation string, r *http.Request) (*http.Response, error)

// A rewrite changes the answer to an operation.
type rewrite = func(operation string, body []byte) []byte

// A cloud is one whose double speaks HTTP.
type cloud struct {
	name   string
	checks []*checks.Check
	open   func(testing.TB, fault, rewrite) (scanner.Provider, func() map[string]int, error)
	refuse func(r *http.Request, status int, code string) *http.Response
	denied string // the code of 403
	// listing are the operations without which there is no scan: they say what
	// there is to scan.
	listing []string
}

var httpClouds = []cloud{
	{
		name: "azure", checks: azurechecks.All, refuse: azurefake.Error, denied: "AuthorizationFailed", listing: []string{"ARM /tenants", "ARM /subscriptions"},
		open: func(t testing.TB, f fault, rw rewrite) (scanner.Provider, func() map[string]int, error) {
			d := demo.Azure()
			if f != nil {
				d.Fault(f)
			}
			if rw != nil {
				d.Rewrite(rw)
			}
			p, err := demo.AzureOver(t.Context(), d, azure.Settings{MaxAttempts: 2, RetryDelay: time.Microsecond, Timeout: 50 * time.Millisecond})
			return p, d.Calls, err
		},
	},
	{
		name: "gcp", checks: gcpchecks.All, refuse: gcpfake.Error, denied: "IAM_PERMISSION_DENIED",
		listing: []string{"Cloud Asset Inventory cloudresourcemanager.googleapis.com/Project"},
		open: func(_ testing.TB, f fault, rw rewrite) (scanner.Provider, func() map[string]int, error) {
			d := demo.Google()
			if f != nil {
				d.Fault(f)
			}
			if rw != nil {
				d.Rewrite(rw)
			}
			return demo.GoogleOver(d, gcp.Settings{MaxAttempts: 2, RetryDelay: time.Microsecond, Timeout: 50 * time.Millisecond}), d.Calls, nil
		},
	},
}

// scan scans the cloud's demo estate for some checks. An error is that of the
// whole scan.
func (c *cloud) scan(t testing.TB, chosen []*checks.Check, f fault, rw rewrite) (*scanner.Scan, map[string]int, error) {
	t.Helper()
	p, calls, err := c.open(t, f, rw)
	if err != nil {
		return nil, nil, err
	}
	s, err := scanner.Run(context.Background(), scanner.Config{
		Providers: []scanner.Provider{p}, Checks: chosen, Now: demo.Now, ScanID: "test", Version: "test", Log: zerolog.Nop(),
	})
	return s, calls(), err
}

// clean scans without a fault.
func (c *cloud) clean(t testing.TB, chosen []*checks.Check) (map[string]*scanner.Finding, map[string]int) {
	t.Helper()
	s, calls, err := c.scan(t, chosen, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return findings(t, s), calls
}

// users says which of the cloud's checks an operation is called for.
func (c *cloud) users(t testing.TB) users {
	u := users{}
	for _, check := range c.checks {
		_, calls := c.clean(t, []*checks.Check{check})
		for op := range calls {
			u[op] = append(u[op], check)
		}
	}
	return u
}

// faults are the ways in which a call goes wrong for good.
func (c *cloud) faults() map[string]fault {
	always := func(status int, code string) fault {
		return func(_ string, r *http.Request) (*http.Response, error) { return c.refuse(r, status, code), nil }
	}
	return map[string]fault{
		"401": always(401, "InvalidAuthenticationToken"),
		"403": always(403, c.denied),
		"429": always(429, "TooManyRequests"),
		"503": always(503, "ServiceUnavailable"),
		"time-out": func(_ string, r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, r.Context().Err()
		},
		"cut off": func(op string, r *http.Request) (*http.Response, error) {
			if !laterPage(r) {
				return nil, nil
			}
			return c.refuse(r, 500, "InternalServerError"), nil
		},
		"half an answer": func(_ string, r *http.Request) (*http.Response, error) {
			resp := c.refuse(r, 200, "")
			resp.Body = io.NopCloser(strings.NewReader(`{"value":[{"id":"/subscriptions/1`))
			resp.ContentLength = -1
			return resp, nil
		},
	}
}

// laterPage reports whether a request asks for what follows a first page.
func laterPage(r *http.Request) bool {
	q := r.URL.Query()
	if q.Get("pageToken") != "" || q.Get("$skiptoken") != "" {
		return true
	}
	if r.Body == nil {
		return false
	}
	body, err := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	var in struct {
		Options struct {
			SkipToken string `json:"$skipToken"`
		} `json:"options"`
	}
	return err == nil && json.Unmarshal(body, &in) == nil && in.Options.SkipToken != ""
}

// isListing reports whether there is no scan without the operation.
func (c *cloud) isListing(op string) bool { return slices.Contains(c.listing, op) }
