package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstancePublicIP(t *testing.T) {
	have := func(i *ec2.Instance, ips inventory.Known[[]string]) *inventory.Inventory {
		i.PublicIPs = ips
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	public := inventory.Of([]string{"203.0.113.7"})
	checktest.Run(t, InstancePublicIP, []checktest.Case{
		{Name: "private", Have: have(inState("running"), inventory.Of[[]string](nil)), Want: []checks.Verdict{checks.Pass}},
		{Name: "public", Have: have(inState("running"), public), Want: []checks.Verdict{checks.Fail}},
		{Name: "managed", Have: have(managed(), public), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inState("running"), inventory.Missing[[]string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
