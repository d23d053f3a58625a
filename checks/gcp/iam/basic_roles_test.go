package iam

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
)

func TestBasicRoles(t *testing.T) {
	family(t, ProjectBasicRoles, OrganizationBasicRoles,
		[]iam.Binding{
			to("roles/viewer", "user:a@example.com"),
			to("roles/editor", "serviceAccount:1@cloudservices.gserviceaccount.com", "deleted:user:b@example.com?uid=1"),
			to("roles/compute.admin", "group:ops@example.com"),
		},
		[]iam.Binding{to("roles/owner", "user:a@example.com")},
		checktest.Case{Name: "on a condition", Have: project(on(theProject, iam.Binding{Role: "roles/editor", Members: []string{"group:g@example.com"}, Condition: "request.time < x"})), Want: fail},
		checktest.Case{Name: "federated", Have: project(on(theProject, to("roles/editor", "principalSet://iam.googleapis.com/x"))), Want: fail})
}
