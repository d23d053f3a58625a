package containerregistry

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

func TestPublicAccess(t *testing.T) {
	net := func(public, action inventory.Known[string], ranges ...string) *inventory.Inventory {
		return have(&containerregistry.Registry{PublicNetwork: public, DefaultAction: action, Ranges: inventory.Of(ranges)})
	}
	on, off, deny, allow := inventory.Of("Enabled"), inventory.Of("Disabled"), inventory.Of("Deny"), inventory.Of("Allow")
	checktest.Run(t, PublicAccess, []checktest.Case{
		{Name: "shut", Have: net(off, allow), Want: []checks.Verdict{checks.Pass}},
		{Name: "selected", Have: net(on, deny, "203.0.113.0/24"), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: net(on, allow), Want: []checks.Verdict{checks.Fail}},
		{Name: "everything selected", Have: net(on, deny, "0.0.0.0/0"), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: net(inventory.Of("Other"), allow), Want: []checks.Verdict{checks.Unknown}},
		{Name: "rules hidden", Have: net(on, hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: net(hidden[string](), allow), Want: []checks.Verdict{checks.Unknown}},
		{Name: "ranges hidden", Have: have(&containerregistry.Registry{PublicNetwork: inventory.Of("Enabled"), DefaultAction: inventory.Of("Deny"), Ranges: hidden[[]string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(containerregistry.Registries, &containerregistry.Registry{Resource: res("r"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
