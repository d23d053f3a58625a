package ssm

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skipped = []checks.Verdict{checks.NotApplicable}
)

// compliance holds a check to what it says of one kind of compliance.
func compliance(t *testing.T, c *checks.Check, kind, other string) {
	with := func(kind string, status inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(
			inventory.Rows(ssm.ManagedInstances, &ssm.ManagedInstance{Resource: inventory.Resource{ID: "i-1"}, Ping: inventory.Of("Online")}),
			inventory.Rows(ssm.Compliances, &ssm.Compliance{Resource: inventory.Resource{ID: "i-1/" + kind}, Status: status, NonCompliant: 2}))
	}
	checktest.Run(t, c, []checktest.Case{
		{Name: "complies", Have: with(kind, inventory.Of("COMPLIANT")), Want: pass},
		{Name: "does not", Have: with(kind, inventory.Of("NON_COMPLIANT")), Want: fail},
		{Name: "only the other kind", Have: with(other, inventory.Of("NON_COMPLIANT")), Want: skipped},
		{Name: "hidden", Have: with(kind, inventory.Missing[string](checktest.Dark)), Want: unknown},
		{Name: "compliance not listed", Want: unknown, Have: inventory.Fixture(
			inventory.Rows(ssm.ManagedInstances, &ssm.ManagedInstance{Resource: inventory.Resource{ID: "i-1"}}),
			inventory.Unlisted(ssm.Compliances, "us-east-1", checktest.Dark))},
	})
}
