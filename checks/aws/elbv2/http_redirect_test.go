package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestHTTPRedirect(t *testing.T) {
	have := func(kind string, listeners ...*elbv2.Listener) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(elbv2.LoadBalancers, balancer(kind)), inventory.Rows(elbv2.Listeners, listeners...))
	}
	hidden := listener("l", "HTTP")
	hidden.Rules = inventory.Missing[[]elbv2.Rule](checktest.Dark)
	others := listener("l", "HTTP", forward)
	others.LoadBalancer = "another"
	checktest.Run(t, HTTPRedirect, []checktest.Case{
		{Name: "HTTPS only", Have: have(application, listener("l", "HTTPS")), Want: []checks.Verdict{checks.Pass}},
		{Name: "redirects", Have: have(application, listener("l", "HTTP", toHTTPS), listener("m", "HTTPS")), Want: []checks.Verdict{checks.Pass}},
		{Name: "redirects, or answers by itself", Have: have(application, listener("l", "HTTP", toHTTPS, answer)), Want: []checks.Verdict{checks.Pass}},
		{Name: "one rule forwards", Have: have(application, listener("l", "HTTP", toHTTPS, forward)), Want: []checks.Verdict{checks.Fail}},
		{Name: "redirects to plain HTTP", Have: have(application, listener("l", "HTTP", toHTTPS, toSame)), Want: []checks.Verdict{checks.Fail}},
		{Name: "only answers by itself", Have: have(application, listener("l", "HTTP", answer)), Want: []checks.Verdict{checks.Fail}},
		{Name: "one listener hidden, one plain", Have: have(application, hidden, listener("m", "HTTP", forward)), Want: []checks.Verdict{checks.Fail}},
		{Name: "another's listener", Have: have(application, others), Want: []checks.Verdict{checks.Pass}},
		{Name: "network", Have: have(network, listener("l", "TCP")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "rules hidden", Have: have(application, hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a new kind of action", Have: have(application, listener("l", "HTTP", toHTTPS, strange)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "listeners not listed", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Rows(elbv2.LoadBalancers, balancer(application)), inventory.Unlisted(elbv2.Listeners, "us-east-1", checktest.Dark))},
	})
}
