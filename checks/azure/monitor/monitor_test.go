package monitor

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/monitor"
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

func subscription(parts ...inventory.Part) *inventory.Inventory {
	return inventory.Fixture(append(parts, inventory.Rows(monitor.Subscriptions, &monitor.Subscription{Resource: inventory.Resource{ID: "s", Full: "/subscriptions/s"}}))...)
}
