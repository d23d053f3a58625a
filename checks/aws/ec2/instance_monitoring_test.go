package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstanceMonitoring(t *testing.T) {
	have := func(i *ec2.Instance, v inventory.Known[string]) *inventory.Inventory {
		i.Monitoring = v
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	checktest.Run(t, InstanceMonitoring, []checktest.Case{
		{Name: "on", Have: have(inState("running"), inventory.Of("enabled")), Want: []checks.Verdict{checks.Pass}},
		{Name: "being switched on", Have: have(inState("running"), inventory.Of("pending")), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inState("running"), inventory.Of("disabled")), Want: []checks.Verdict{checks.Fail}},
		{Name: "managed", Have: have(managed(), inventory.Of("disabled")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inState("running"), inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
