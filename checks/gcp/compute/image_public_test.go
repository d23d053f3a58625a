package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestImagePublic(t *testing.T) {
	image := func(status string) inventory.Part {
		return inventory.Rows(compute.Images, &compute.Image{Resource: inventory.Resource{ID: "i", Full: "//i"}, Status: inventory.Of(status)})
	}
	policy := func(member string) inventory.Part {
		return inventory.Rows(iam.Policies, &iam.Policy{Resource: inventory.Resource{ID: "i", Full: "//i"}, Bindings: inventory.Of([]iam.Binding{{Role: "roles/compute.imageUser", Members: []string{member}}})})
	}
	checktest.Run(t, ImagePublic, []checktest.Case{
		is("no policy", checks.Pass, image("READY"), inventory.Rows(iam.Policies)),
		is("for a group", checks.Pass, image("READY"), policy("group:builders@example.com")),
		is("for everybody", checks.Fail, image("READY"), policy("allAuthenticatedUsers")),
		is("being deleted", checks.NotApplicable, image("DELETING"), policy("allUsers")),
		is("policies hidden", checks.Unknown, image("READY"), inventory.Unlisted(iam.Policies, "", checktest.Dark)),
	})
}
