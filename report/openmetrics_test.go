package report_test

import (
	"regexp"
	"strings"
	"testing"

	"demarc/providers/inventory"
	"demarc/scanner"
)

// One line of a sample, to the grammar of both text formats.
var sample = regexp.MustCompile(`^([a-z_]+)(\{[a-z]+="([^"\\\n]|\\["\\n])*"(,[a-z]+="([^"\\\n]|\\["\\n])*")*\})? -?\d+(\.\d+)?$`)

// metricLines checks the form, and returns the samples.
func metricLines(t *testing.T, r scanner.Reader) []string {
	t.Helper()
	text := string(written(t, "openmetrics", r))
	if !strings.HasSuffix(text, "\n# EOF\n") {
		t.Error("it does not end with # EOF")
	}
	var samples []string
	families, seen, family := map[string]bool{}, map[string]bool{}, ""
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n# EOF\n"), "\n") {
		if help, ok := strings.CutPrefix(line, "# HELP "); ok {
			family, _, _ = strings.Cut(help, " ")
			if families[family] {
				t.Errorf("the family %s comes twice", family)
			}
			families[family] = true
			continue
		}
		if strings.HasPrefix(line, "# TYPE "+family+" gauge") {
			continue
		}
		m := sample.FindStringSubmatch(line)
		if m == nil || m[1] != family {
			t.Errorf("in the family %s: %q", family, line)
			continue
		}
		name := line[:strings.LastIndexByte(line, ' ')]
		if seen[name] {
			t.Errorf("%s comes twice", name)
		}
		seen[name] = true
		samples = append(samples, line)
	}
	return samples
}

func TestOpenMetrics(t *testing.T) {
	m := statuses()
	m.summary.Complete = false
	m.summary.Checks[0].Ran = true
	m.summary.Scopes = append(m.summary.Scopes, scanner.Scope{Provider: "aws", Account: "2"})
	got := "\n" + strings.Join(metricLines(t, m), "\n") + "\n"
	labels := func(account, status string) string {
		return `{provider="aws",account="` + account + `",area="data",severity="high",status="` + status + `"}`
	}
	for _, want := range []string{
		"demarc_findings" + labels("1", "FAIL") + " 1", "demarc_findings" + labels("1", "UNKNOWN") + " 2", "demarc_findings" + labels("1", "PASS") + " 1",
		"demarc_findings" + labels("1", "SUPPRESSED") + " 1",
		"demarc_findings" + labels("2", "FAIL") + " 0", "demarc_findings" + labels("2", "UNKNOWN") + " 0",
		`demarc_unread_findings{provider="aws",account="1"} 2`, `demarc_stale_findings{provider="aws",account="1"} 1`, "demarc_scan_complete 0",
	} {
		if !strings.Contains(got, "\n"+want+"\n") {
			t.Errorf("it lacks %s:%s", want, got)
		}
	}
}

// Labels are bounded: no resource has one, whatever it is called.
func TestOpenMetricsHostileNames(t *testing.T) {
	m := failures(hostile...)
	few := len(metricLines(t, failures("one")))
	if got := len(metricLines(t, m)); got != few {
		t.Errorf("%d series for %d resources, %d for one", got, len(hostile), few)
	}
	m.summary.Version = "a\"b\\c\nd"
	m.findings[0].Account = "x\"} 1\n"
	m.findings[0].Gaps = []inventory.Gap{{Reason: inventory.Denied}}
	metricLines(t, m)
}
