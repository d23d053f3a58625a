package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestDeletionProtection(t *testing.T) {
	have := func(lb *elbv2.LoadBalancer, on inventory.Known[bool]) *inventory.Inventory {
		return with(lb, elbv2.Attributes{DeletionProtection: on})
	}
	checktest.Run(t, DeletionProtection, []checktest.Case{
		{Name: "on", Have: have(balancer(gateway), inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(balancer(network), inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "never came into being", Have: have(failed(application), inventory.Of(false)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(balancer(application), inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
