package demo_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"demarc/checks"
	"demarc/scanner"
)

// What TestSparseAnswers does for AWS: every field of every answer is left out
// in turn. testdata/absent.CLOUD.golden lists where absence counts as an answer.
func TestHTTPSparseAnswers(t *testing.T) {
	for _, c := range httpClouds {
		t.Run(c.name, func(t *testing.T) { walkSparse(t, &c) })
	}
}

func walkSparse(t *testing.T, c *cloud) {
	clean, _ := c.clean(t, c.checks)
	use := c.users(t)
	var mu sync.Mutex
	absent := map[string]map[string]bool{} // place to checks
	turn := func(place, check string) {
		mu.Lock()
		defer mu.Unlock()
		if absent[place] == nil {
			absent[place] = map[string]bool{}
		}
		absent[place][check] = true
	}
	var wg sync.WaitGroup
	slots := make(chan struct{}, 4)
	for op, fields := range c.fields(t) {
		chosen := use.of([]string{op})
		for field, plain := range fields {
			wg.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				place := op + " " + field
				s, _, err := c.scan(t, chosen, nil, func(answered string, body []byte) []byte {
					if answered != op {
						return body
					}
					return withoutKey(body, strings.Split(field, "."))
				})
				if err != nil {
					if !c.isListing(op) {
						t.Errorf("without %s: %v", place, err)
					}
					return
				}
				sparse := findings(t, s)
				told := map[string]bool{}           // the checks that say that something is unknown
				at := map[string]*scanner.Finding{} // a region that is not told makes it another finding
				for id, f := range sparse {
					was := clean[id]
					switch {
					case f.Status == checks.Error:
						t.Errorf("without %s, %s is broken: %s", place, f.Check, f.Message)
					case was != nil && was.Status == checks.Fail && f.Status == checks.Pass:
						turn(place, f.Check)
					}
					at[f.Check+" "+f.Resource.FullID] = f
					told[f.Check] = told[f.Check] || f.Status == checks.Unknown
				}
				for id, was := range clean {
					f := cmp.Or(sparse[id], at[was.Check+" "+was.Resource.FullID])
					if gone := f == nil || f.Status == checks.NotApplicable; gone && plain && was.Status == checks.Fail && !told[was.Check] && chose(chosen, was.Check) {
						turn(place, "("+was.Check+")")
					}
				}
			})
		}
	}
	wg.Wait()
	var b strings.Builder
	for _, place := range slices.Sorted(maps.Keys(absent)) {
		fmt.Fprintf(&b, "%s: %s\n", place, strings.Join(slices.Sorted(maps.Keys(absent[place])), " "))
	}
	golden := "testdata/absent." + c.name + ".golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || string(want) != b.String() {
		t.Errorf("absence counts as an answer in other places than %s says (%v):\n%s", golden, err, b.String())
	}
}

// fields lists by operation the keys that the demo's answers hold, nested ones
// with dots, and whether each is neither a list nor a page's token.
func (c *cloud) fields(t testing.TB) map[string]map[string]bool {
	seen := map[string]map[string]bool{}
	var mu sync.Mutex
	_, _, err := c.scan(t, c.checks, nil, func(op string, body []byte) []byte {
		mu.Lock()
		defer mu.Unlock()
		var v any
		if err := json.Unmarshal(body, &v); err != nil {
			t.Errorf("%s answers what is no JSON: %v", op, err)
		}
		if seen[op] == nil {
			seen[op] = map[string]bool{}
		}
		gatherKeys(v, "", seen[op])
		return body
	})
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

var pageTokens = []string{"nextLink", "@odata.nextLink", "nextPageToken", "$skipToken"}

func gatherKeys(v any, path string, into map[string]bool) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			gatherKeys(e, path, into)
		}
	case map[string]any:
		for k, e := range v {
			if strings.Contains(k, ".") && !strings.HasPrefix(k, "@") { // a key of a map, not a field
				continue
			}
			name := strings.TrimPrefix(path+"."+k, ".")
			_, list := e.([]any)
			into[name] = !list && !slices.Contains(pageTokens, k)
			gatherKeys(e, name, into)
		}
	}
}

// withoutKey is body without the key at path, in every element of the lists on
// the way.
func withoutKey(body []byte, path []string) []byte {
	var v any
	if json.Unmarshal(body, &v) != nil {
		return body
	}
	stripKey(v, path)
	out, _ := json.Marshal(v)
	return out
}

func stripKey(v any, path []string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			stripKey(e, path)
		}
	case map[string]any:
		if len(path) == 1 {
			delete(v, path[0])
			return
		}
		if path[0] == "@odata" { // "@odata.type" is one key
			delete(v, strings.Join(path, "."))
			return
		}
		stripKey(v[path[0]], path[1:])
	}
}
