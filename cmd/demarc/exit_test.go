package main

import (
	"iter"
	"testing"

	"demarc/checks"
	"demarc/scanner"
)

type kept struct {
	summary  scanner.Summary
	findings []*scanner.Finding
}

func (k kept) Summary() *scanner.Summary { return &k.summary }

func (k kept) Findings() iter.Seq2[*scanner.Finding, error] {
	return func(yield func(*scanner.Finding, error) bool) {
		for _, f := range k.findings {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// What a scan amounts to: a cloud that was not entered is never a clean scan.
func TestExitCode(t *testing.T) {
	pass, fail := &scanner.Finding{Status: checks.Pass}, &scanner.Finding{Status: checks.Fail, Severity: checks.High}
	for name, tc := range map[string]struct {
		scan kept
		want int
	}{
		"clean":                    {kept{scanner.Summary{Complete: true}, []*scanner.Finding{pass}}, exitOK},
		"failed":                   {kept{scanner.Summary{Complete: true}, []*scanner.Finding{pass, fail}}, exitFindings},
		"one cloud shut":           {kept{scanner.Summary{Complete: true, Unreached: []scanner.Unreached{{Provider: "azure"}}}, []*scanner.Finding{pass}}, exitUnread},
		"one cloud shut, failures": {kept{scanner.Summary{Complete: true, Unreached: []scanner.Unreached{{Provider: "azure"}}}, []*scanner.Finding{fail}}, exitFindings},
		"accepted":                 {kept{scanner.Summary{Complete: true}, []*scanner.Finding{{Status: checks.Suppressed, Severity: checks.Critical}}}, exitOK},
		"ended early":              {kept{scanner.Summary{}, []*scanner.Finding{fail}}, exitFailed},
	} {
		if got, err := exitCode(tc.scan, checks.High, func(*scanner.Finding) bool { return true }); got != tc.want || err != nil {
			t.Errorf("%s: %d, %v", name, got, err)
		}
	}
}
