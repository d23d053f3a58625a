package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestListeners(t *testing.T) {
	have := func(lb *elbv2.LoadBalancer, listeners inventory.Part) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(elbv2.LoadBalancers, lb), listeners)
	}
	some, none := inventory.Rows(elbv2.Listeners, listener("l", "HTTPS")), inventory.Rows(elbv2.Listeners)
	checktest.Run(t, Listeners, []checktest.Case{
		{Name: "one", Have: have(balancer(application), some), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: have(balancer(network), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "never came into being", Have: have(failed(network), none), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(balancer(gateway), inventory.Unlisted(elbv2.Listeners, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
