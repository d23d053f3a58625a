package report_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"demarc/scanner"
)

type junitSuites struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Suites   []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Cases    []struct {
			Name    string  `xml:"name,attr"`
			Failure *string `xml:"failure"`
			Error   *string `xml:"error"`
			Skipped *string `xml:"skipped"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

func junit(t *testing.T, r scanner.Reader) (out junitSuites) {
	t.Helper()
	if err := xml.Unmarshal(written(t, "junit", r), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// What could not be read is an error, never a test that passed.
func TestJUnitOutcomes(t *testing.T) {
	m := statuses()
	m.summary.Scopes = append(m.summary.Scopes, scanner.Scope{Provider: "aws", Account: "2"})
	got := junit(t, m)
	if len(got.Suites) != 2 || got.Suites[1].Tests != 0 || got.Tests != 9 || got.Failures != 1 || got.Errors != 3 || got.Suites[0].Skipped != 3 {
		t.Fatalf("%+v", got)
	}
	want := map[string]string{"FAIL": "failure", "UNKNOWN": "error", "PASS": "", "NOT_APPLICABLE": "skipped", "MANUAL": "skipped", "ATTESTED": "", "SUPPRESSED": "skipped", "ERROR": "error", "stale": "error"}
	for _, c := range got.Suites[0].Cases {
		name, _, _ := strings.Cut(c.Name, " ")
		is := ""
		for word, found := range map[string]*string{"failure": c.Failure, "error": c.Error, "skipped": c.Skipped} {
			if found != nil {
				is += word
			}
		}
		if is != want[name] {
			t.Errorf("%s is %q, want %q", name, is, want[name])
		}
		if name == "SUPPRESSED" && !strings.Contains(*c.Skipped, "accepted until 2027-01-01 by me: a test") {
			t.Errorf("%s", *c.Skipped)
		}
		if name == "stale" && !strings.Contains(*c.Error, "stale: it failed in an earlier scan") {
			t.Errorf("%s", *c.Error)
		}
	}
}

func TestJUnitHostileNames(t *testing.T) {
	m := failures(append(hostile, "]]>", "\x00", "\ufffe", "a\xffb")...)
	if got := junit(t, m); len(got.Suites[0].Cases) != len(m.findings) || got.Failures != len(m.findings) {
		t.Errorf("%+v", got)
	}
}
