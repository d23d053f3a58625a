package main

import (
	"os"
	"strings"
	"testing"

	"demarc/checks/all"
	"demarc/scanner/attest"
	"demarc/scanner/suppress"
)

// The examples of the documentation are files that a scan takes.
func TestExamplesOfDecisions(t *testing.T) {
	for page, parse := range map[string]func(text string) error{
		"attestations": func(text string) error {
			_, err := attest.Parse("attestations.md", []byte(text), attestable())
			return err
		},
		"suppressions": func(text string) error {
			_, err := suppress.Parse("suppressions.md", []byte(text), all.Checks)
			return err
		},
	} {
		b, err := os.ReadFile("../../docs/" + page + ".md")
		if err != nil {
			t.Fatal(err)
		}
		_, rest, found := strings.Cut(string(b), "```yaml\n")
		text, _, closed := strings.Cut(rest, "```")
		if !found || !closed {
			t.Fatalf("docs/%s.md has no example", page)
		}
		if err := parse(text); err != nil {
			t.Error(err)
		}
	}
}

// Every control and every duty can be attested: their ids do not clash.
func TestIDsOfWhatIsAttested(t *testing.T) {
	seen := map[string]bool{}
	known := attestable()
	for _, c := range known.Controls {
		seen[c.ID] = true
	}
	for _, c := range known.Checks {
		seen[c.ID] = true
	}
	for _, d := range known.Duties {
		if seen[d.ID] {
			t.Errorf("the duty %s is called as a control or a check is", d.ID)
		}
	}
}
