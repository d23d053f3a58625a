package iam

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
)

func TestServiceAccountUse(t *testing.T) {
	family(t, ProjectServiceAccountUse, OrganizationServiceAccountUse,
		[]iam.Binding{
			to("roles/iam.serviceAccountViewer", "user:a@example.com"),
			to("roles/iam.serviceAccountTokenCreator", "serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com"),
		},
		[]iam.Binding{to("roles/iam.serviceAccountTokenCreator", "user:a@example.com")},
		checktest.Case{Name: "a service account", Have: project(on(theProject, to("roles/iam.serviceAccountUser", app))), Want: fail})
}
