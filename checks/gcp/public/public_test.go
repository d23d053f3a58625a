package public

import (
	"strings"
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestFailf(t *testing.T) {
	row := &inventory.Type[iam.Policy]{Kind: "test.thing", Level: inventory.AtAccount}
	c := &checks.Check{
		ID: "test-public", Title: "t", Why: "w", Severity: checks.High, Area: checks.Data, Link: "https://example.com", Fix: checks.Fix{Console: "c", CLI: "c", Terraform: "t"},
		Needs: append([]inventory.Source{row}, Needs...),
		Run: checks.Each(row, func(p *checks.Probe, r *iam.Policy) {
			Failf(p, r.Full, "the thing")
		}),
	}
	with := func(policies ...*iam.Policy) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(row, &iam.Policy{Resource: inventory.Resource{ID: "a", Full: "a"}}), inventory.Rows(iam.Policies, policies...))
	}
	to := func(condition string, members ...string) *iam.Policy {
		return &iam.Policy{Resource: inventory.Resource{ID: "a", Full: "a"}, Bindings: inventory.Of([]iam.Binding{{Role: "roles/viewer", Members: members, Condition: condition}})}
	}
	checktest.Run(t, c, []checktest.Case{
		{Name: "no policy", Have: with(), Want: []checks.Verdict{checks.Pass}},
		{Name: "some", Have: with(to("", "user:ada@example.com")), Want: []checks.Verdict{checks.Pass}},
		{Name: "everybody", Have: with(to("", "allUsers")), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: with(&iam.Policy{Resource: inventory.Resource{ID: "a", Full: "a"}, Bindings: inventory.Missing[[]iam.Binding](checktest.Dark)}), Want: []checks.Verdict{checks.Unknown}},
	})
	checks.Evaluate(c, with(to("request.time < now", "allAuthenticatedUsers")), nil, func(r checks.Result) {
		if !strings.Contains(r.Message, "roles/viewer is granted to allAuthenticatedUsers on the thing, on a condition") {
			t.Error(r.Message)
		}
	})
}
