package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarc/checks"
	"demarc/providers/inventory"
	"demarc/scanner"
)

// Every format shows the thresholds that the scan was made with, and shows
// them alike where it was read back.
func TestParameters(t *testing.T) {
	m := failures("one")
	m.summary.Checks[0].Ran = true
	m.summary.Checks[0].Params = []scanner.Param{
		{Name: "maxAge", Value: 1_000_000, Unit: "days", Source: "CIS AWS 7.0, 2.12"},
		{Name: "ports", Value: []string{"22", "3389"}, Source: "the | provider"},
		{Name: "names", Value: []string{}, Source: "s"},
	}
	back, err := scanner.Read(bytes.NewReader(written(t, "json", m)))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []scanner.Reader{m, back} {
		for name, want := range map[string]string{
			"text":     "maxAge = 1000000 days; ports = 22, 3389; names = (none)",
			"markdown": "| `aws-x-y` | maxAge | 1000000 days | CIS AWS 7.0, 2.12 |\n| `aws-x-y` | ports | 22, 3389 | the \\| provider |",
			"json":     `"params":[{"name":"maxAge","value":1000000,"unit":"days"`,
			"jsonl":    `"params":[{"name":"maxAge","value":1000000,"unit":"days"`,
		} {
			if got := string(written(t, name, s)); !strings.Contains(got, want) {
				t.Errorf("%s lacks %q:\n%s", name, want, got)
			}
		}
		rows, err := csv.NewReader(bytes.NewReader(written(t, "csv", s))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if n := slices.Index(rows[0], "params"); n < 0 || rows[1][n] != "maxAge = 1000000 days; ports = 22, 3389; names = (none)" {
			t.Errorf("csv: %q", rows)
		}
		var log struct {
			Runs []struct {
				Tool struct {
					Driver struct {
						Rules []struct {
							Properties struct{ Parameters []scanner.Param }
						}
					}
				}
			}
		}
		if err := json.Unmarshal(written(t, "sarif", s), &log); err != nil {
			t.Fatal(err)
		}
		if p := log.Runs[0].Tool.Driver.Rules[0].Properties.Parameters; len(p) != 3 || p[0].Value != 1_000_000.0 || p[0].Unit != "days" {
			t.Errorf("sarif: %+v", p)
		}
	}
}

// What stands behind the failures counts too: many gaps do not push the report
// over the size of a job summary.
func TestMarkdownIsBoundedWithItsEnd(t *testing.T) {
	names := make([]string, 30_000)
	for i := range names {
		names[i] = strings.Repeat("n", 60)
	}
	m := failures(names...)
	for i := range 500 {
		m.summary.Coverage.Gaps = append(m.summary.Coverage.Gaps, scanner.GapCount{Kind: "aws.x.Y", Gap: inventory.Gap{Reason: inventory.Denied, Call: strings.Repeat("c", 200), Where: fmt.Sprint(i)}, Count: 1})
	}
	for i := range 600 {
		m.summary.Scopes = append(m.summary.Scopes, scanner.Scope{Provider: "aws", Account: fmt.Sprint(i), Name: strings.Repeat("<", 300)})
	}
	for format, want := range map[string]struct{ most, gaps, accounts int }{"markdown": {1 << 20, 400, 101}, "markdown-comment": {65_536, 480, 581}} {
		b := string(written(t, format, m))
		for _, said := range []string{"more are left out", fmt.Sprintf("%d more kinds of gaps are left out", want.gaps), fmt.Sprintf("- and %d more accounts", want.accounts)} {
			if len(b) > want.most || !strings.Contains(b, said) {
				t.Errorf("%s: %d bytes, want it to say %q", format, len(b), said)
			}
		}
	}
}

// A cell whose checks found only what they do not apply to is not empty.
func TestNotApplicableIsNotNone(t *testing.T) {
	m := failures("one")
	m.findings = nil
	m.summary.Counts = scanner.Counts{checks.NotApplicable: 1}
	m.summary.Checks[0].Counts = scanner.Counts{checks.NotApplicable: 1}
	m.summary.Scopes[0].Models = map[inventory.Model]string{inventory.IaaS: "yes"}
	for _, name := range []string{"text", "markdown"} {
		if got := string(written(t, name, m)); strings.Contains(got, "none exist") || !strings.Contains(got, "not applicable") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// A file for GitHub says of an unfinished scan, and of what could not be read,
// that it is so.
func TestSARIFInvocation(t *testing.T) {
	m := failures("one")
	m.summary.Complete = false
	m.summary.Coverage.Gaps = []scanner.GapCount{{Kind: "aws.x.Y", Gap: inventory.Gap{Reason: inventory.Denied, Call: "X List"}, Count: 2}}
	var log struct {
		Runs []struct {
			Invocations []struct {
				ExecutionSuccessful        bool
				ToolExecutionNotifications []struct {
					Level   string
					Message struct{ Text string }
				}
			}
		}
	}
	if err := json.Unmarshal(written(t, "sarif", m), &log); err != nil {
		t.Fatal(err)
	}
	inv := log.Runs[0].Invocations
	if len(inv) != 1 || inv[0].ExecutionSuccessful || len(inv[0].ToolExecutionNotifications) != 1 || !strings.Contains(inv[0].ToolExecutionNotifications[0].Message.Text, "denied at X List") {
		t.Errorf("%+v", inv)
	}
}

// Names that are steps in a path stay names.
func TestSARIFPathIsNotWalked(t *testing.T) {
	b := string(written(t, "sarif", failures("..", ".")))
	if strings.Contains(b, `/.."`) || strings.Contains(b, `/."`) {
		t.Error(b)
	}
}
