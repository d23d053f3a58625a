package iam

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestSeparation(t *testing.T) {
	const a, b = "user:a@example.com", "user:b@example.com"
	for name, tc := range map[string]struct{ one, other string }{
		"service accounts": {one: "roles/iam.serviceAccountAdmin", other: "roles/iam.serviceAccountUser"},
		"keys":             {one: "roles/cloudkms.admin", other: "roles/cloudkms.cryptoKeyDecrypter"},
	} {
		t.Run(name, func(t *testing.T) {
			ofProject, ofAbove := ProjectServiceAccountSeparation, OrganizationServiceAccountSeparation
			if name == "keys" {
				ofProject, ofAbove = ProjectKMSSeparation, OrganizationKMSSeparation
			}
			family(t, ofProject, ofAbove,
				[]iam.Binding{to(tc.one, a), to(tc.other, b, app)},
				[]iam.Binding{to(tc.one, a, b), to(tc.other, b)},
				checktest.Case{Name: "one here, one above", Have: project(on(theProject, to(tc.one, a)), on(theOrganization, to(tc.other, a))), Want: fail},
				checktest.Case{Name: "at two places above", Have: project(nil, on(theFolder, to(tc.one, a)), on(theOrganization, to(tc.other, a))), Want: fail},
				checktest.Case{Name: "both at one place above", Have: project(on(theProject), on(theOrganization, to(tc.one, a), to(tc.other, a))), Want: pass},
				checktest.Case{Name: "both at one place above the scan", Have: project(on(theProject), outside(on(theOrganization, to(tc.one, a), to(tc.other, a)))), Want: fail},
				checktest.Case{Name: "above hidden", Have: inventory.Fixture(projectRow(), inventory.Rows(iam.Policies), inventory.Unlisted(iam.Inherited, "", checktest.Dark)), Want: unknown})
		})
	}
}
