package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestAccessLogs(t *testing.T) {
	have := func(lb *elbv2.LoadBalancer, on inventory.Known[bool]) *inventory.Inventory {
		return with(lb, elbv2.Attributes{AccessLogs: on})
	}
	on, off := inventory.Of(true), inventory.Of(false)
	checktest.Run(t, AccessLogs, []checktest.Case{
		{Name: "on", Have: have(balancer(application), on), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(balancer(application), off), Want: []checks.Verdict{checks.Fail}},
		{Name: "network", Have: have(balancer(network), off), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "gateway", Have: have(balancer(gateway), inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "never came into being", Have: have(failed(application), off), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(balancer(application), inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
