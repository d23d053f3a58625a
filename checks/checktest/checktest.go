// Package checktest tests checks: by cases, and by what no check may do.
package checktest

import (
	"maps"
	"slices"
	"testing"

	"demarc/checks"
	"demarc/providers/inventory"
)

// A Case is an inventory and the verdicts that a check must reach on it.
type Case struct {
	Name string
	Have *inventory.Inventory
	Want []checks.Verdict // one for each result, in the order of account, region and full id
	// Severity is what the first result must be ranked; zero: not looked at.
	Severity checks.Severity
}

// Dark is the Gap that stands for whatever is hidden: give it to
// inventory.Missing and inventory.Unlisted in cases of your own.
var Dark = inventory.Gap{Reason: inventory.Denied, Call: "test Blackout", Action: "test:Blackout", Where: "test"}

// Run runs c on every case, and then holds it to the law: with less to see, a
// verdict may stay as it was or become UNKNOWN; it must never turn around, and
// never be lost. It also fails where the cases do not hold PASS, FAIL and
// UNKNOWN, where c reads more than it declares, and where c declares what no
// verdict hangs on.
func Run(t *testing.T, c *checks.Check, cases []Case) {
	t.Helper()
	if err := checks.Validate([]*checks.Check{c}); err != nil {
		t.Fatal(err)
	}
	verdicts := map[checks.Verdict]bool{}
	matters := map[inventory.Source]bool{}
	for _, tc := range cases {
		t.Run(tc.Name, func(t *testing.T) {
			before := evaluate(c, tc.Have)
			var got []checks.Verdict
			for _, r := range before {
				got = append(got, r.Verdict)
				verdicts[r.Verdict] = true
			}
			if !slices.Equal(got, tc.Want) {
				t.Errorf("got %v, want %v", got, tc.Want)
				for _, r := range before {
					t.Logf("%s %s: %s %v", r.Verdict, r.Resource.ID, r.Message, r.Gaps)
				}
			}
			if tc.Severity != 0 && (len(before) == 0 || before[0].Severity != tc.Severity) {
				t.Errorf("the first result's severity is not %s: %v", tc.Severity, before)
			}
			blackout(t, c, tc.Have, before)
			for _, n := range c.Needs {
				tc.Have.WithoutNeed(n, Dark, func() {
					for _, r := range evaluate(c, tc.Have) {
						for _, b := range before { // a need may decide the rank alone
							matters[n] = matters[n] || b.Resource.Full == r.Resource.Full && b.Severity != r.Severity
						}
						if r.Verdict == checks.Unknown && !slices.ContainsFunc(before, func(b checks.Result) bool {
							return b.Resource.Full == r.Resource.Full && b.Verdict == checks.Unknown
						}) {
							matters[n] = true
						}
					}
				})
			}
		})
	}
	for _, v := range []checks.Verdict{checks.Pass, checks.Fail, checks.Unknown} {
		if !verdicts[v] {
			t.Errorf("no case is %s: a check that cannot reach a verdict is not tested", v)
		}
	}
	for _, n := range c.Needs {
		if !matters[n] {
			t.Errorf("no verdict hangs on %s, which the check declares: in no case does hiding it make one UNKNOWN", n.Name())
		}
	}
}

// blackout hides each thing that the inventory knows in turn.
func blackout(t *testing.T, c *checks.Check, inv *inventory.Inventory, before []checks.Result) {
	t.Helper()
	inv.Degradations(Dark, func(what string) {
		if fault := Turned(before, evaluate(c, inv)); fault != "" {
			t.Errorf("once %s was hidden: %s", what, fault)
		}
	})
	inv.WithoutUndeclared(c.Needs, func() {
		after := evaluate(c, inv)
		if !slices.EqualFunc(before, after, func(a, b checks.Result) bool {
			return a.Verdict == b.Verdict && a.Message == b.Message && a.Resource.Full == b.Resource.Full
		}) {
			t.Errorf("without what it does not declare it says %v; with it, %v", after, before)
		}
	})
}

// Turned says how the results after knowledge was taken away break the law
// against those before; "" where they keep it.
func Turned(before, after []checks.Result) string {
	now := map[string]checks.Verdict{}
	unlisted := false
	for _, r := range after {
		now[r.Resource.Full] = r.Verdict
		unlisted = unlisted || r.Verdict == checks.Unknown && r.Resource.ID == "(not listed)"
	}
	for _, b := range before {
		switch v, there := now[b.Resource.Full]; {
		case !there && !unlisted:
			return b.Resource.ID + " was " + string(b.Verdict) + " and is lost"
		case there && v != b.Verdict && v != checks.Unknown:
			return b.Resource.ID + " went from " + string(b.Verdict) + " to " + string(v)
		}
		delete(now, b.Resource.Full)
	}
	for _, full := range slices.Sorted(maps.Keys(now)) {
		if now[full] != checks.Unknown {
			return full + " appeared as " + string(now[full])
		}
	}
	return ""
}

func evaluate(c *checks.Check, inv *inventory.Inventory) (all []checks.Result) {
	checks.Evaluate(c, inv, nil, func(r checks.Result) { all = append(all, r) })
	return all
}
