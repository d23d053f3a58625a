package entra

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// The verdicts of cases with one result.
var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

// tenant is an inventory of a tenant that set changes.
func tenant(set func(*entra.Tenant), more ...inventory.Part) *inventory.Inventory {
	t := &entra.Tenant{Resource: inventory.Resource{ID: "t"}}
	set(t)
	return inventory.Fixture(append([]inventory.Part{inventory.Rows(entra.Tenants, t)}, more...)...)
}

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func list(words ...string) inventory.Known[[]string] { return inventory.Of(words) }
