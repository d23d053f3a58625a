package ec2

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstanceStopped(t *testing.T) {
	ago := func(days int) inventory.Known[time.Time] {
		return inventory.Of(inventory.FixtureNow.AddDate(0, 0, -days))
	}
	have := func(i *ec2.Instance, launched, stopped inventory.Known[time.Time]) *inventory.Inventory {
		i.LaunchedAt, i.StoppedAt = launched, stopped
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	hidden := inventory.Missing[time.Time](checktest.Dark)
	checktest.Run(t, InstanceStopped, []checktest.Case{
		{Name: "running", Have: have(inState("running"), ago(400), inventory.Of(time.Time{})), Want: []checks.Verdict{checks.Pass}},
		{Name: "just stopped", Have: have(inState("stopped"), ago(400), ago(29)), Want: []checks.Verdict{checks.Pass}},
		{Name: "long stopped", Have: have(inState("stopped"), ago(400), ago(31)), Want: []checks.Verdict{checks.Fail}},
		{Name: "since when is hidden", Have: have(inState("stopped"), ago(400), hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "since when is hidden, ran lately", Have: have(inState("stopped"), ago(12), hidden), Want: []checks.Verdict{checks.Pass}},
		{Name: "terminating", Have: have(inState("shutting-down"), ago(400), ago(100)), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
