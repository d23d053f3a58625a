package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestLoadBalancerSKU(t *testing.T) {
	checktest.Run(t, LoadBalancerSKU, []checktest.Case{
		{Name: "standard", Have: inventory.Fixture(inventory.Rows(network.LoadBalancers, &network.LoadBalancer{Resource: res("lb"), SKU: inventory.Of("Standard")})), Want: []checks.Verdict{checks.Pass}},
		{Name: "basic", Have: inventory.Fixture(inventory.Rows(network.LoadBalancers, &network.LoadBalancer{Resource: res("lb"), SKU: inventory.Of("Basic")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.LoadBalancers, &network.LoadBalancer{Resource: res("lb"), SKU: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
