package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
)

const app = "serviceAccount:app@my-project.iam.gserviceaccount.com"

func TestServiceAccountAdmin(t *testing.T) {
	family(t, ProjectServiceAccountAdmin, OrganizationServiceAccountAdmin,
		[]iam.Binding{
			to("roles/storage.objectViewer", app),
			to("roles/editor", "serviceAccount:1@cloudservices.gserviceaccount.com", "user:a@example.com"),
			to("roles/compute.instanceAdmin", "serviceAccount:service-1@gcp-sa-x.iam.gserviceaccount.com"),
		},
		[]iam.Binding{to("roles/owner", app), to("roles/storage.admin", app)},
		checktest.Case{Name: "an admin role", Have: project(on(theProject, to("roles/compute.instanceAdmin.v1", app))), Want: fail, Severity: checks.Medium},
		checktest.Case{Name: "a custom role by its name", Have: project(on(theProject, to("projects/p/roles/bucketAdmin", app))), Want: fail, Severity: checks.Medium},
		checktest.Case{Name: "a default account's basic role is another check's", Have: project(on(theProject, to("roles/editor", "serviceAccount:1-compute@developer.gserviceaccount.com"))), Want: pass})
}
