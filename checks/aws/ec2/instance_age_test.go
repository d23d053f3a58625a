package ec2

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstanceAge(t *testing.T) {
	have := func(i *ec2.Instance, launched inventory.Known[time.Time]) *inventory.Inventory {
		i.LaunchedAt = launched
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	young, old := inventory.Of(inventory.FixtureNow.AddDate(0, 0, -180)), inventory.Of(inventory.FixtureNow.AddDate(0, 0, -181))
	checktest.Run(t, InstanceAge, []checktest.Case{
		{Name: "young", Have: have(inState("running"), young), Want: []checks.Verdict{checks.Pass}},
		{Name: "old", Have: have(inState("running"), old), Want: []checks.Verdict{checks.Fail}},
		{Name: "stopped", Have: have(inState("stopped"), old), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inState("running"), inventory.Missing[time.Time](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
