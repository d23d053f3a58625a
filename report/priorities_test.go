package report_test

import (
	"fmt"
	"strings"
	"testing"

	"demarc/checks"
	"demarc/report"
	"demarc/scanner"
)

// The highest risk comes first; of equals, what clears most; what is no
// failure does not count.
func TestPriorities(t *testing.T) {
	m := made{}
	add := func(check, account string, status checks.Verdict, scores ...int) {
		for _, s := range scores {
			m.findings = append(m.findings, &scanner.Finding{
				Check: check, Provider: "cloud", Account: account, Status: status, Risk: scanner.Risk{Score: s, Because: []string{"exposed"}},
				Resource: scanner.Resource{Name: fmt.Sprint(check, len(m.findings))},
			})
		}
	}
	add("a", "1", checks.Fail, 20, 20)
	add("b", "1", checks.Fail, 20, 20, 20)
	add("b", "2", checks.Fail, 20)
	add("c", "1", checks.Fail, 75)
	add("d", "1", checks.Suppressed, 90)
	add("e", "1", checks.Unknown, 0)
	got, err := report.Priorities(m, 3)
	if err != nil || len(got) != 3 {
		t.Fatalf("%d, %v", len(got), err)
	}
	for i, want := range []struct {
		check, account string
		n, total       int
	}{{"c", "1", 1, 75}, {"b", "1", 3, 60}, {"a", "1", 2, 40}} {
		if g := got[i]; g.Check != want.check || g.Account != want.account || g.N != want.n || g.Total != want.total || len(g.Resources) != min(want.n, 3) {
			t.Errorf("%d: %+v", i, got[i])
		}
	}
}

// Every format that lists findings shows the risk of a failure.
func TestRiskIsShown(t *testing.T) {
	m := failures("one")
	m.findings[0].Risk = scanner.Risk{Score: 73, Because: []string{"exposed"}}
	for _, name := range []string{"text", "json", "jsonl", "csv", "markdown", "junit", "sarif", "ocsf", "oscal"} {
		if got := string(written(t, name, m)); !strings.Contains(got, "73") {
			t.Errorf("%s does not show the risk:\n%s", name, got)
		}
	}
}
