package containerregistry

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

func TestAdminUser(t *testing.T) {
	checktest.Run(t, AdminUser, []checktest.Case{
		{Name: "off", Have: have(&containerregistry.Registry{AdminUser: inventory.Of(false)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "on", Have: have(&containerregistry.Registry{AdminUser: inventory.Of(true)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&containerregistry.Registry{AdminUser: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(containerregistry.Registries, &containerregistry.Registry{Resource: res("r"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
