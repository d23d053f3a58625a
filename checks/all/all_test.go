package all_test

import (
	"path"
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"demarc/checks"
	"demarc/checks/all"
	"demarc/scanner"
)

// The Terraform of every fix is HCL that holds at least one block, each of a
// kind that Terraform has, with the labels that the kind takes.
func TestFixesAreHCL(t *testing.T) {
	labels := map[string]int{
		"resource": 2, "data": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "locals": 0, "import": 0, "removed": 0, "moved": 0, "ephemeral": 2,
	}
	for _, c := range all.Checks {
		if c.Fix.Terraform == "" {
			t.Errorf("%s: no Terraform", c.ID)
			continue
		}
		f, diags := hclsyntax.ParseConfig([]byte(c.Fix.Terraform), c.ID+".tf", hcl.InitialPos)
		if diags.HasErrors() {
			t.Errorf("%s: %s\n%s", c.ID, diags.Error(), c.Fix.Terraform)
			continue
		}
		body := f.Body.(*hclsyntax.Body)
		if len(body.Blocks) == 0 {
			t.Errorf("%s: the Terraform holds no block:\n%s", c.ID, c.Fix.Terraform)
		}
		for name := range body.Attributes {
			t.Errorf("%s: %s stands outside any block:\n%s", c.ID, name, c.Fix.Terraform)
		}
		for _, b := range body.Blocks {
			if want, known := labels[b.Type]; !known || len(b.Labels) != want {
				t.Errorf("%s: %s with %d labels is not Terraform:\n%s", c.ID, b.Type, len(b.Labels), c.Fix.Terraform)
			}
		}
	}
}

// Each pattern that raises a risk finds a check.
func TestRiskPatterns(t *testing.T) {
	exposure, privileges := scanner.RiskPatterns()
	for _, p := range slices.Concat(exposure, privileges) {
		if !slices.ContainsFunc(all.Checks, func(c *checks.Check) bool { ok, err := path.Match(p, c.ID); return ok && err == nil }) {
			t.Errorf("no check is called %s", p)
		}
	}
}

// Each pattern of a duty finds a check or a control, and ids are there once.
func TestDutyPatterns(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range checks.Duties() {
		if seen[d.ID] || d.ID == "" {
			t.Errorf("the duty id %q stands twice, or is empty", d.ID)
		}
		seen[d.ID] = true
		for _, p := range d.Checks {
			one := checks.Duty{Checks: []string{p}}
			if !slices.ContainsFunc(all.Checks, func(c *checks.Check) bool { return one.LookedAt(c.ID) }) {
				t.Errorf("%s: no check is called %s", d.ID, p)
			}
		}
		for _, p := range d.Attest {
			one := checks.Duty{Attest: []string{p}}
			if !slices.ContainsFunc(all.Controls, func(c *checks.Control) bool { return one.AnsweredBy(c.ID) }) {
				t.Errorf("%s: no control is called %s", d.ID, p)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("%d duties, fewer than 60", len(seen))
	}
}
