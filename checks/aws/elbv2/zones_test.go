package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestZones(t *testing.T) {
	have := func(lb *elbv2.LoadBalancer, zones inventory.Known[[]string]) *inventory.Inventory {
		lb.Zones = zones
		return inventory.Fixture(inventory.Rows(elbv2.LoadBalancers, lb))
	}
	one, two := inventory.Of([]string{"us-east-1a"}), inventory.Of([]string{"us-east-1a", "us-east-1b"})
	checktest.Run(t, Zones, []checktest.Case{
		{Name: "two", Have: have(balancer(application), two), Want: []checks.Verdict{checks.Pass}},
		{Name: "one", Have: have(balancer(network), one), Want: []checks.Verdict{checks.Fail}},
		{Name: "never came into being", Have: have(failed(network), one), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(balancer(gateway), inventory.Missing[[]string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
