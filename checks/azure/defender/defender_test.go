package defender

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/defender"
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

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func subscription(set func(*defender.Subscription)) *inventory.Inventory {
	s := &defender.Subscription{Resource: inventory.Resource{ID: "s"}}
	set(s)
	return inventory.Fixture(inventory.Rows(defender.Subscriptions, s))
}

func withPlans(all ...defender.Plan) *inventory.Inventory {
	return subscription(func(s *defender.Subscription) { s.Plans = inventory.Of(all) })
}

var plansHidden = checktest.Case{Name: "hidden", Want: unknown, Have: subscription(func(s *defender.Subscription) { s.Plans = dark[[]defender.Plan]() })}

func plan(name, tier string, extensions ...defender.Extension) defender.Plan {
	return defender.Plan{Name: name, Tier: inventory.Of(tier), Extensions: inventory.Of(extensions)}
}
