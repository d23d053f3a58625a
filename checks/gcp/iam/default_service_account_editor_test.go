package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestDefaultServiceAccountEditor(t *testing.T) {
	have := func(own *iam.Policy, enforced inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(projectRow(), inventory.Rows(iam.Policies, own),
			inventory.Rows(orgpolicy.Projects, &orgpolicy.Project{Policies: []orgpolicy.Policy{{Constraint: orgpolicy.NoAutomaticGrants, Enforced: enforced}}}))
	}
	const compute = "serviceAccount:1-compute@developer.gserviceaccount.com"
	checktest.Run(t, DefaultServiceAccountEditor, []checktest.Case{
		{Name: "lesser role", Have: have(on(theProject, to("roles/logging.logWriter", compute), to("roles/editor", app)), inventory.Of(false)), Want: pass},
		{Name: "editor", Have: have(on(theProject, to("roles/editor", compute)), inventory.Of(false)), Want: fail, Severity: checks.High},
		{Name: "editor, granted before the constraint", Have: have(on(theProject, to("roles/editor", "serviceAccount:p@appspot.gserviceaccount.com")), inventory.Of(true)), Want: fail, Severity: checks.Medium},
		{Name: "hidden", Have: have(hiddenPolicy(theProject), inventory.Of(true)), Want: unknown},
	})
}
