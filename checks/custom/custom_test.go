package custom

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"demarc/checks"
	"demarc/providers/inventory"
)

type box struct {
	inventory.Resource
	Color  inventory.Known[string]
	Age    inventory.Known[int]
	Since  inventory.Known[time.Time]
	Lid    inventory.Known[lid]
	Locks  inventory.Known[[]lid]
	Owner  *string
	Sealed inventory.Known[bool] `fetch:"-"`
}

type lid struct {
	Open   inventory.Known[bool]
	KMSKey string
}

var boxes = &inventory.Type[box]{Kind: "cloud.store.Box", Level: inventory.AtAccount, Model: inventory.Serverless}

var sealed = &inventory.Field[box, bool]{Of: boxes, Column: "sealed", At: func(b *box) *inventory.Known[bool] { return &b.Sealed }}

var compiler = NewCompiler([]*checks.Check{{Needs: []inventory.Source{boxes, sealed}}})

func spec(expr string) Spec {
	return Spec{ID: "cloud-custom-box", Title: "t", Why: "w", Severity: "high", Area: "data", Resource: "cloud.store.Box", Expr: expr}
}

func compile(t *testing.T, s Spec) *Compiled {
	t.Helper()
	c, err := compiler.Compile(s)
	if err != nil {
		t.Fatalf("%s: %v", s.Expr, err)
	}
	return c
}

var dark = inventory.Gap{Reason: inventory.Denied, Call: "Test Read"}

// What could not be read is unknown, unless the rest settles the answer.
func TestVerdicts(t *testing.T) {
	seen := &box{Resource: inventory.Resource{ID: "a", Tags: inventory.Of(map[string]string{"team": "web"})}, Color: inventory.Of("red"), Age: inventory.Of(7),
		Since: inventory.Of(inventory.FixtureNow.AddDate(0, 0, -10)), Lid: inventory.Of(lid{Open: inventory.Of(true), KMSKey: "k"}),
		Locks: inventory.Of([]lid{{Open: inventory.Of(false)}, {Open: inventory.Missing[bool](dark)}}), Sealed: inventory.Of(true)}
	hidden := &box{Resource: inventory.Resource{ID: "b", Tags: inventory.Missing[map[string]string](dark)}, Color: inventory.Missing[string](dark), Age: inventory.Of(7),
		Since: inventory.Missing[time.Time](dark), Lid: inventory.Missing[lid](dark), Locks: inventory.Missing[[]lid](dark), Sealed: inventory.Missing[bool](dark)}
	for expr, want := range map[string][2]checks.Verdict{
		`resource.color == "red"`:                      {checks.Pass, checks.Unknown},
		`resource.color != "red"`:                      {checks.Fail, checks.Unknown},
		`resource.color == "red" || resource.age > 5`:  {checks.Pass, checks.Pass},
		`resource.color == "red" && resource.age > 9`:  {checks.Fail, checks.Fail},
		`resource.color == "blue" && resource.age > 5`: {checks.Fail, checks.Unknown},
		`"team" in resource.tags`:                      {checks.Pass, checks.Unknown},
		`resource.tags["team"] == "web"`:               {checks.Pass, checks.Unknown},
		`now - resource.since < duration("168h")`:      {checks.Fail, checks.Unknown},
		`resource.lid.open`:                            {checks.Pass, checks.Unknown},
		`resource.lid.kmsKey == "k"`:                   {checks.Pass, checks.Unknown},
		`resource.locks.exists(l, !l.open)`:            {checks.Pass, checks.Unknown},
		`resource.locks.all(l, l.open)`:                {checks.Fail, checks.Unknown},
		`resource.locks.all(l, !l.open)`:               {checks.Unknown, checks.Unknown},
		`resource.owner == null`:                       {checks.Pass, checks.Pass},
		`resource.sealed`:                              {checks.Pass, checks.Unknown},
		`resource.id.startsWith("a")`:                  {checks.Pass, checks.Fail},
		`resource.tags["none"] == "x"`:                 {checks.Error, checks.Unknown},
		`has(resource.tags.team)`:                      {checks.Pass, checks.Unknown},
	} {
		c := compile(t, spec(expr))
		inv := inventory.Fixture(inventory.Rows(boxes, seen, hidden))
		got := map[string]checks.Result{}
		checks.Evaluate(c.Check, inv, nil, func(r checks.Result) { got[r.Resource.ID] = r })
		if got["a"].Verdict != want[0] || got["b"].Verdict != want[1] {
			t.Errorf("%s: %s (%s) and %s (%s), want %v", expr, got["a"].Verdict, got["a"].Message, got["b"].Verdict, got["b"].Message, want)
		}
		if f := got["a"]; f.Verdict == checks.Fail && f.Evidence["expr"] != expr {
			t.Errorf("%s: the evidence is %v", expr, f.Evidence)
		}
	}
}

// A listing that failed is unknown, and a check for some resources skips others.
func TestListingAndWhen(t *testing.T) {
	s := spec(`resource.age < 5`)
	s.When, s.Message = `resource.color == "red"`, "the box is old"
	c := compile(t, s)
	inv := inventory.Fixture(inventory.Rows(boxes,
		&box{Resource: inventory.Resource{ID: "old"}, Color: inventory.Of("red"), Age: inventory.Of(9)},
		&box{Resource: inventory.Resource{ID: "blue"}, Color: inventory.Of("blue"), Age: inventory.Of(9)},
		&box{Resource: inventory.Resource{ID: "dark"}, Color: inventory.Missing[string](dark), Age: inventory.Of(9)},
	), inventory.Unlisted(boxes, "", dark))
	got := map[string]checks.Result{}
	checks.Evaluate(c.Check, inv, nil, func(r checks.Result) { got[r.Resource.ID] = r })
	if got["old"].Message != "the box is old" || got["blue"].Verdict != checks.NotApplicable || got["dark"].Verdict != checks.Unknown || got["(not listed)"].Verdict != checks.Unknown {
		t.Errorf("%+v", got)
	}
}

// What is fetched is a need where it is read, and not elsewhere.
func TestNeeds(t *testing.T) {
	names := func(expr string) (all []string) {
		for _, n := range compile(t, spec(expr)).Check.Needs {
			all = append(all, n.Name())
		}
		return all
	}
	if got := names(`resource.age > 1`); !slices.Equal(got, []string{"cloud.store.Box"}) {
		t.Error(got)
	}
	if got := names(`resource.age > 1 || [1].exists(x, resource.sealed)`); !slices.Equal(got, []string{"cloud.store.Box", "cloud.store.Box.sealed"}) {
		t.Error(got)
	}
}

// Mistakes are found when a check is compiled, with their place.
func TestErrors(t *testing.T) {
	for _, tc := range []struct {
		change func(*Spec)
		want   string
	}{
		{func(s *Spec) { s.Expr = `resource.colour == "red"` }, "expr, line 1, column 9: undefined field 'colour'"},
		{func(s *Spec) { s.Expr = "resource.age > 1 &&\n  resource.age == 'x'" }, "expr, line 2, column 16: found no matching overload"},
		{func(s *Spec) { s.Expr = `resource.age` }, "expr: is int, and is to be true or false"},
		{func(s *Spec) { s.Expr = `resource.age >` }, "expr, line 1, column 15"},
		{func(s *Spec) { s.Expr = `has(resource.color)` }, "every resource has the field color"},
		{func(s *Spec) { s.When = `resource.lid.opn` }, "when, line 1, column 13: undefined field 'opn'"},
		{func(s *Spec) { s.Resource = "cloud.store.Bin" }, `there is no kind "cloud.store.Bin": of that service there are cloud.store.Box; demarc checks new lists them`},
		{func(s *Spec) { s.ID = "my-check" }, "is to be cloud-custom-"},
		{func(s *Spec) { s.Severity = "bad" }, "severity: unknown severity"},
		{func(s *Spec) { s.Area = "bad" }, "area: there is no area"},
		{func(s *Spec) { s.Title = " " }, "title: is missing"},
	} {
		s := spec(`resource.age > 1`)
		tc.change(&s)
		_, err := compiler.Compile(s)
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("got %v, want %s", err, tc.want)
		}
	}
}

// Samples name fields; what they do not name could not be read.
func TestSamples(t *testing.T) {
	c := compile(t, spec(`resource.lid.open && resource.locks.all(l, l.kmsKey != "") && now - resource.since > duration("1h")`))
	full := map[string]any{"lid": map[string]any{"open": true}, "locks": []any{map[string]any{"kmsKey": "k"}}, "since": "2026-01-01T00:00:00Z"}
	for _, tc := range []struct {
		resource map[string]any
		want     checks.Verdict
	}{
		{full, checks.Pass}, {map[string]any{"lid": map[string]any{"open": false}}, checks.Fail}, {map[string]any{"lid": map[string]any{"open": true}}, checks.Unknown}, {nil, checks.Unknown},
	} {
		if got, err := c.Try(Sample{Resource: tc.resource}, inventory.FixtureNow); got != tc.want || err != nil {
			t.Errorf("%v: %s, %v", tc.resource, got, err)
		}
	}
	for _, bad := range []map[string]any{{"colour": "red"}, {"age": "old"}, {"lid": 3}, {"locks": "x"}} {
		if _, err := c.Try(Sample{Resource: bad}, inventory.FixtureNow); err == nil {
			t.Errorf("%v is no error", bad)
		}
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string]string{"ID": "id", "PublicAccess": "publicAccess", "KMSKey": "kmsKey", "ACLDisabled": "aclDisabled", "URL": "url", "A": "a", "SSEAlgorithm": "sseAlgorithm", "HTTP2": "http2", "URLs": "urls", "Keys": "keys", "As": "as"} {
		if got := celName(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
