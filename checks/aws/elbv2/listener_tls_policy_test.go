package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// policed is a listener with a security policy.
func policed(protocol string, policy inventory.Known[string]) *inventory.Inventory {
	l := listener("l", protocol)
	l.SSLPolicy = policy
	return inventory.Fixture(inventory.Rows(elbv2.Listeners, l))
}

func TestListenerTLSPolicy(t *testing.T) {
	checktest.Run(t, ListenerTLSPolicy, []checktest.Case{
		{Name: "recommended", Have: policed("HTTPS", inventory.Of("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")), Want: []checks.Verdict{checks.Pass}},
		{Name: "the API's default", Have: policed("TLS", inventory.Of("ELBSecurityPolicy-2016-08")), Want: []checks.Verdict{checks.Fail}},
		{Name: "HTTP", Have: policed("HTTP", inventory.Of("")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: policed("HTTPS", inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
