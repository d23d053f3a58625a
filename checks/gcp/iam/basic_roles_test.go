package iam

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
)

// till grants Owner up to a day before the scan, as the console words it.
func till(days int) iam.Binding {
	b := to("roles/owner", "user:a@example.com")
	b.Condition = `request.time < timestamp("` + daysAgo(days).UTC().Format("2006-01-02T15:04:05.000Z") + `")`
	return b
}

func or(b iam.Binding, condition string) iam.Binding {
	b.Condition += " || " + condition
	return b
}

func TestBasicRoles(t *testing.T) {
	family(t, ProjectBasicRoles, OrganizationBasicRoles,
		[]iam.Binding{
			to("roles/viewer", "user:a@example.com"),
			to("roles/editor", "serviceAccount:1@cloudservices.gserviceaccount.com", "deleted:user:b@example.com?uid=1"),
			to("roles/compute.admin", "group:ops@example.com"),
		},
		[]iam.Binding{to("roles/owner", "user:a@example.com")},
		checktest.Case{Name: "on a condition", Have: project(on(theProject, iam.Binding{Role: "roles/editor", Members: []string{"group:g@example.com"}, Condition: "request.time < x"})), Want: fail},
		checktest.Case{Name: "till tomorrow", Have: project(on(theProject, till(-1))), Want: fail},
		checktest.Case{Name: "till yesterday", Have: project(on(theProject, till(1))), Want: pass},
		checktest.Case{Name: "till yesterday, or always", Have: project(on(theProject, or(till(1), "true"))), Want: fail},
		checktest.Case{Name: "federated", Have: project(on(theProject, to("roles/editor", "principalSet://iam.googleapis.com/x"))), Want: fail})
}
