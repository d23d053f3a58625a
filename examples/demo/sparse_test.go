package demo_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"demarc/checks"
	"demarc/examples/demo"
	"demarc/providers/aws/awsfake"
)

var update = flag.Bool("update", false, "write the golden files")

// Every field that an answer of the demo holds is left out in turn. Nothing may
// break, and where a failure becomes a pass, the collector has taken absence
// for an answer: each such place is on a list, testdata/absent.golden, and has
// a sentence of the API reference beside it in the collector. So have those
// where a failure is no longer told of and nothing of its check is unknown;
// lists of rows, and the tokens that lead to their next pages, aside.
func TestSparseAnswers(t *testing.T) {
	clean := findings(t, scan(t, demo.Estate()))
	use := usersOf(t)
	var mu sync.Mutex
	turned := map[string]map[string]bool{} // place to checks
	turn := func(place, check string) {
		mu.Lock()
		defer mu.Unlock()
		if turned[place] == nil {
			turned[place] = map[string]bool{}
		}
		turned[place][check] = true
	}
	var wg sync.WaitGroup
	slots := make(chan struct{}, 4)
	for op, fields := range fieldsOf(t) {
		chosen := use.of([]string{op})
		for field, plain := range fields {
			wg.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				e := demo.Estate()
				e.Rewrite(func(c awsfake.Call, answer any) any {
					if c.Service+" "+c.Operation != op {
						return answer
					}
					return without(answer, strings.Split(field, "."))
				})
				place := op + " " + field
				sparse := findings(t, scanFor(t, e, chosen))
				told := map[string]bool{} // the checks that say that something is unknown
				for id, f := range sparse {
					was := clean[id]
					switch {
					case f.Status == checks.Error:
						t.Errorf("without %s, %s is broken: %s", place, f.Check, f.Message)
					case was != nil && was.Status == checks.Fail && f.Status == checks.Pass:
						turn(place, f.Check)
					}
					told[f.Check] = told[f.Check] || f.Status == checks.Unknown
				}
				for id, was := range clean {
					f := sparse[id]
					if gone := f == nil || f.Status == checks.NotApplicable; gone && plain && was.Status == checks.Fail && !told[was.Check] && chose(chosen, was.Check) {
						turn(place, "("+was.Check+")")
					}
				}
			})
		}
	}
	wg.Wait()
	var b strings.Builder
	for _, place := range slices.Sorted(maps.Keys(turned)) {
		fmt.Fprintf(&b, "%s: %s\n", place, strings.Join(slices.Sorted(maps.Keys(turned[place])), " "))
	}
	const golden = "testdata/absent.golden"
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

func chose(chosen []*checks.Check, id string) bool {
	return slices.ContainsFunc(chosen, func(c *checks.Check) bool { return c.ID == id })
}

// fieldsOf lists by operation the fields that the demo's answers hold, nested
// ones with dots, and whether each is neither a list nor a page's token.
func fieldsOf(t testing.TB) map[string]map[string]bool {
	seen := map[string]map[string]bool{}
	var mu sync.Mutex
	e := demo.Estate()
	e.Rewrite(func(c awsfake.Call, answer any) any {
		mu.Lock()
		defer mu.Unlock()
		op := c.Service + " " + c.Operation
		if seen[op] == nil {
			seen[op] = map[string]bool{}
		}
		gather(reflect.ValueOf(answer).Elem(), "", seen[op])
		return answer
	})
	scan(t, e)
	return seen
}

var tokens = []string{"NextToken", "Marker", "NextMarker", "ContinuationToken", "PaginationToken", "Position"}

func gather(v reflect.Value, path string, into map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			gather(v.Elem(), path, into)
		}
	case reflect.Slice:
		for i := range v.Len() {
			gather(v.Index(i), path, into)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() || f.Name == "ResultMetadata" || v.Field(i).IsZero() {
				continue
			}
			name := strings.TrimPrefix(path+"."+f.Name, ".")
			into[name] = f.Type.Kind() != reflect.Slice && !slices.Contains(tokens, f.Name)
			gather(v.Field(i), name, into)
		}
	}
}

// without is a copy of answer without the field at path, in every element of
// the lists on the way.
func without(answer any, path []string) any {
	v := reflect.ValueOf(answer)
	c := reflect.New(v.Type().Elem())
	c.Elem().Set(v.Elem())
	strip(c.Elem(), path)
	return c.Interface()
}

func strip(v reflect.Value, path []string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(v.Elem())
			strip(c.Elem(), path)
			v.Set(c)
		}
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		for i := range c.Len() {
			strip(c.Index(i), path)
		}
		v.Set(c)
	case reflect.Struct:
		f := v.FieldByName(path[0])
		if len(path) == 1 {
			f.SetZero()
			return
		}
		strip(f, path[1:])
	}
}
