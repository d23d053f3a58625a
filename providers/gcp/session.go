// Package gcp collects the inventory of Google Cloud projects and of what is
// above them, read-only: Cloud Asset Inventory in bulk, the services' own APIs
// for what it lacks.
package gcp

import (
	"cmp"
	"context"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"demarc/providers/inventory"
)

// Settings say how hard a Root tries. Zero numbers have good defaults.
type Settings struct {
	ScanID      string        // goes into the User-Agent
	MaxAttempts int           // of one call; 5 where zero
	RetryDelay  time.Duration // before the first retry, then twice as long; 500 ms where zero
	Timeout     time.Duration // of one attempt; 60 s where zero
}

// A Root is the way into an organization, a folder or a project and all that
// is below it. It holds a transport and no client.
type Root struct {
	Parent string // "organizations/1", "folders/2", "projects/3"
	Name   string
	client *http.Client

	mu    sync.Mutex
	calls map[string]int
}

// A Session is the way into one project of a Root, by its number; the project
// is empty for the Root itself.
type Session struct {
	*Root
	Number    string
	ProjectID string
}

// NewRoot puts the read-only guard, the retries and the count of calls in
// front of next, which adds the credentials.
func NewRoot(parent, name string, next http.RoundTripper, s Settings) *Root {
	r := &Root{Parent: parent, Name: name, calls: map[string]int{}}
	r.client = &http.Client{Transport: &transport{root: r, next: next, settings: Settings{
		ScanID: s.ScanID, MaxAttempts: cmp.Or(s.MaxAttempts, 5), RetryDelay: cmp.Or(s.RetryDelay, 500*time.Millisecond), Timeout: cmp.Or(s.Timeout, 60*time.Second),
	}}}
	return r
}

// From returns the session behind a scope.
func From(s inventory.Scope) *Session { return s.Session.(*Session) }

// Calls returns how often each operation was called, retries not counted.
func (r *Root) Calls() map[string]int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return maps.Clone(r.calls)
}

// A Refused is the error of a request that the read-only guard did not let out.
type Refused struct{ Method, Path string }

func (r *Refused) Error() string {
	return r.Method + " " + r.Path + " is not a read: demarc does not send it"
}

// readsByPost are the methods that read by POST; nothing else is sent but GET.
var readsByPost = []string{":getIamPolicy", ":getAncestry", ":searchAllResources", ":searchAllIamPolicies"}

// Reads reports whether a request may be sent, by method and address. What
// hands out data or secrets is none of the reads: the payload of a secret's
// version, an object's contents, the string of an API key.
func Reads(method string, u *url.URL) bool {
	path := u.Path
	switch method {
	case http.MethodGet:
		return !strings.HasSuffix(path, ":access") && !strings.HasSuffix(path, "/keyString") && !strings.Contains(path, "/download/") && u.Query().Get("alt") != "media"
	case http.MethodPost:
		for _, suffix := range readsByPost {
			if strings.HasSuffix(path, suffix) {
				return true
			}
		}
	}
	return false
}

// transport is the guard, the count, the time for one attempt and the retries:
// the clients of google.golang.org/api try nothing again by themselves.
type transport struct {
	root     *Root
	next     http.RoundTripper
	settings Settings
}

// RoundTrip implements http.RoundTripper.
func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if !Reads(r.Method, r.URL) {
		return nil, &Refused{r.Method, r.URL.Path}
	}
	op := OperationOf(r)
	t.root.mu.Lock()
	t.root.calls[op]++
	t.root.mu.Unlock()
	delay := t.settings.RetryDelay
	for attempt := 1; ; attempt++ {
		resp, err := t.attempt(r)
		if attempt >= t.settings.MaxAttempts || r.Context().Err() != nil || !again(resp, err) {
			return resp, err
		}
		wait := delay
		if resp != nil {
			if s, bad := strconv.Atoi(resp.Header.Get("Retry-After")); bad == nil {
				wait = max(wait, time.Duration(s)*time.Second)
			}
			resp.Body.Close()
		}
		select {
		case <-time.After(wait):
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
		delay *= 2
	}
}

func (t *transport) attempt(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(r.Context(), t.settings.Timeout)
	req := r.Clone(ctx)
	if r.GetBody != nil {
		body, err := r.GetBody()
		if err != nil {
			cancel()
			return nil, err
		}
		req.Body = body
	}
	req.Header.Set("User-Agent", "demarc-"+t.settings.ScanID+" "+r.Header.Get("User-Agent"))
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		cancel()
		return nil, err
	}
	resp.Body = closer{resp.Body, cancel}
	return resp, nil
}

// closer ends the time of an attempt when its answer has been read.
type closer struct {
	io.ReadCloser
	cancel func()
}

// Close implements io.Closer.
func (c closer) Close() error {
	defer c.cancel()
	return c.ReadCloser.Close()
}

func again(resp *http.Response, err error) bool {
	return err != nil || resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500
}

type operationKey struct{}

// Named gives the calls made with the context a name of its own.
func Named(ctx context.Context, operation string) context.Context {
	return context.WithValue(ctx, operationKey{}, operation)
}

// OperationOf names what a request asks: the name that it was given, or the
// service and its path without the ids: "monitoring projects/timeSeries".
func OperationOf(r *http.Request) string {
	if name, ok := r.Context().Value(operationKey{}).(string); ok {
		return name
	}
	service, _, _ := strings.Cut(r.URL.Host, ".")
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	if len(parts) > 0 && len(parts[0]) > 1 && parts[0][0] == 'v' {
		parts = parts[1:]
	}
	var kept []string
	for i := 0; i < len(parts); i += 2 {
		kept = append(kept, parts[i])
	}
	return service + " " + strings.Join(kept, "/")
}
