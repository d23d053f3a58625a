package demo_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"demarc/checks"
)

// The fault walk over every operation of Azure and Google Cloud, as TestFaults
// is that of AWS.
func TestHTTPFaults(t *testing.T) {
	for _, c := range httpClouds {
		t.Run(c.name, func(t *testing.T) { walkFaults(t, &c) })
	}
}

func walkFaults(t *testing.T, c *cloud) {
	clean, calls := c.clean(t, c.checks)
	for _, f := range clean {
		if f.Status == checks.Error || f.Status == checks.Unknown {
			t.Errorf("%s %s of %s in the clean estate: %s", f.Status, f.Check, f.Resource.ID, f.Message)
		}
	}
	operations, use, faults := slices.Sorted(maps.Keys(calls)), c.users(t), c.faults()
	var wg sync.WaitGroup
	slots := make(chan struct{}, 4)
	walk := func(kind string, ops ...string) {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			name := fmt.Sprint(ops, " ", kind)
			var struck sync.Map
			chosen := use.of(ops)
			s, _, err := c.scan(t, chosen, func(op string, r *http.Request) (*http.Response, error) {
				if !slices.Contains(ops, op) {
					return nil, nil
				}
				resp, err := faults[kind](op, r)
				if resp != nil || err != nil {
					struck.Store(op, true)
				}
				return resp, err
			}, nil)
			if err != nil {
				if !slices.ContainsFunc(ops, c.isListing) {
					t.Errorf("%s: %v", name, err)
				}
				return
			}
			for _, b := range turned(only(clean, chosen), findings(t, s)) {
				t.Errorf("%s: %s", name, b)
			}
			struck.Range(func(op, _ any) bool {
				if !named(s.Summary(), op.(string)) && !askedElsewhere[op.(string)] {
					t.Errorf("%s: coverage does not name the fault at %s", name, op)
				}
				return true
			})
		})
	}
	kinds := slices.Sorted(maps.Keys(faults))
	for _, op := range operations {
		for _, kind := range kinds {
			walk(kind, op)
		}
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		walk(kinds[r.IntN(len(kinds))], operations[r.IntN(len(operations))], operations[r.IntN(len(operations))])
	}
	wg.Wait()
}

// askedElsewhere are the calls whose failure hides nothing: what they lack is
// asked for in another way.
var askedElsewhere = map[string]bool{"Resource Graph microsoft.web/sites/config": true}

// Credentials that expire in the middle of a scan.
func TestHTTPExpiry(t *testing.T) {
	for _, c := range httpClouds {
		t.Run(c.name, func(t *testing.T) {
			clean, calls := c.clean(t, c.checks)
			for _, after := range []int64{8, int64(len(calls))} {
				var n atomic.Int64
				s, _, err := c.scan(t, c.checks, func(_ string, r *http.Request) (*http.Response, error) {
					if n.Add(1) <= after {
						return nil, nil
					}
					return c.refuse(r, 401, "ExpiredAuthenticationToken"), nil
				}, nil)
				if err != nil {
					t.Fatalf("after %d requests: %v", after, err)
				}
				for _, b := range turned(clean, findings(t, s)) {
					t.Errorf("after %d requests: %s", after, b)
				}
				if len(s.Summary().Coverage.Gaps) == 0 {
					t.Errorf("after %d requests coverage names no gap", after)
				}
			}
		})
	}
}

// A limit that passes, told with Retry-After, and a server that stumbles once,
// leave no trace in the findings.
func TestHTTPRetries(t *testing.T) {
	for _, c := range httpClouds {
		t.Run(c.name, func(t *testing.T) {
			clean, _ := c.clean(t, c.checks)
			for _, status := range []int{429, 503} {
				var seen sync.Map
				s, _, err := c.scan(t, c.checks, func(op string, r *http.Request) (*http.Response, error) {
					key := fmt.Sprint(op, r.URL)
					if laterPage(r) {
						return nil, nil
					}
					if _, again := seen.LoadOrStore(key, true); again {
						return nil, nil
					}
					resp := c.refuse(r, status, "TooManyRequests")
					resp.Header.Set("Retry-After", "0")
					return resp, nil
				}, nil)
				if err != nil {
					t.Fatal(err)
				}
				now := findings(t, s)
				for id, was := range clean {
					if now[id] == nil || now[id].Status != was.Status {
						t.Errorf("after one %d, %s of %s is no longer %s", status, was.Check, was.Resource.ID, was.Status)
					}
				}
			}
		})
	}
}

// Nothing is asked twice.
func TestHTTPAsksOnce(t *testing.T) {
	for _, c := range httpClouds {
		t.Run(c.name, func(t *testing.T) {
			asked := map[string]int{}
			var mu sync.Mutex
			_, _, err := c.scan(t, c.checks, func(op string, r *http.Request) (*http.Response, error) {
				mu.Lock()
				defer mu.Unlock()
				if r.Method == http.MethodGet {
					asked[r.URL.String()]++
				}
				return nil, nil
			}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for address, n := range asked {
				if n > 1 {
					t.Errorf("asked %d times: %s", n, address)
				}
			}
		})
	}
}
