package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestWebACL(t *testing.T) {
	have := func(lb *elbv2.LoadBalancer, scheme string, acl inventory.Known[string]) *inventory.Inventory {
		lb.Scheme, lb.WebACL = inventory.Of(scheme), acl
		return inventory.Fixture(inventory.Rows(elbv2.LoadBalancers, lb))
	}
	none := inventory.Of("")
	checktest.Run(t, WebACL, []checktest.Case{
		{Name: "attached", Have: have(balancer(application), "internet-facing", inventory.Of("arn:aws:wafv2:…")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: have(balancer(application), "internet-facing", none), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "none, internal", Have: have(balancer(application), "internal", none), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "network", Have: have(balancer(network), "internet-facing", none), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(balancer(application), "internet-facing", inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
