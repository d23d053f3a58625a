package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestListenerEncryption(t *testing.T) {
	have := func(l *elbv2.Listener) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(elbv2.Listeners, l))
	}
	hidden := listener("l", "HTTP")
	hidden.Rules = inventory.Missing[[]elbv2.Rule](checktest.Dark)
	checktest.Run(t, ListenerEncryption, []checktest.Case{
		{Name: "HTTPS", Have: have(listener("l", "HTTPS")), Want: []checks.Verdict{checks.Pass}},
		{Name: "TLS", Have: have(listener("l", "TLS")), Want: []checks.Verdict{checks.Pass}},
		{Name: "HTTP", Have: have(listener("l", "HTTP", forward)), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "HTTP that redirects", Have: have(listener("l", "HTTP", toHTTPS)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "TCP", Have: have(listener("l", "TCP")), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "gateway", Have: have(listener("l", "GENEVE")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "rules hidden", Have: have(hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
