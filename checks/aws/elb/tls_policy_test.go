package elb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

func TestTLSPolicy(t *testing.T) {
	policies := inventory.Of(map[string]string{"tls12": "ELBSecurityPolicy-TLS-1-2-2017-01", "old": "ELBSecurityPolicy-2016-08", "mine": ""})
	have := func(policies inventory.Known[map[string]string], ls ...elb.Listener) *inventory.Inventory {
		return balancer(&elb.LoadBalancer{Listeners: inventory.Of(ls), Policies: policies})
	}
	checktest.Run(t, TLSPolicy, []checktest.Case{
		{Name: "TLS 1.2", Have: have(policies, on("HTTPS", "c", "sticky", "tls12"), on("HTTP", "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "old", Have: have(policies, on("HTTPS", "c", "tls12"), on("SSL", "c", "old")), Want: []checks.Verdict{checks.Fail}},
		{Name: "custom", Have: have(policies, on("HTTPS", "c", "mine")), Want: []checks.Verdict{checks.Fail}},
		{Name: "none named", Have: have(policies, on("HTTPS", "c", "sticky")), Want: []checks.Verdict{checks.Fail}},
		{Name: "no TLS", Have: have(inventory.Of[map[string]string](nil), on("HTTP", "")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inventory.Missing[map[string]string](checktest.Dark), on("HTTPS", "c", "tls12")), Want: []checks.Verdict{checks.Unknown}},
	})
}
