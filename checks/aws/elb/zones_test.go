package elb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

func TestZones(t *testing.T) {
	have := func(zones inventory.Known[[]string]) *inventory.Inventory {
		return balancer(&elb.LoadBalancer{Zones: zones})
	}
	checktest.Run(t, Zones, []checktest.Case{
		{Name: "two", Have: have(inventory.Of([]string{"us-east-1a", "us-east-1b"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "one", Have: have(inventory.Of([]string{"us-east-1a"})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[[]string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
