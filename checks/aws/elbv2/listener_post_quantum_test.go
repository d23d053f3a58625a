package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/inventory"
)

func TestListenerPostQuantum(t *testing.T) {
	checktest.Run(t, ListenerPostQuantum, []checktest.Case{
		{Name: "post-quantum", Have: policed("TLS", inventory.Of("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09")), Want: []checks.Verdict{checks.Pass}},
		{Name: "classic", Have: policed("HTTPS", inventory.Of("ELBSecurityPolicy-TLS13-1-3-2021-06")), Want: []checks.Verdict{checks.Fail}},
		{Name: "TCP", Have: policed("TCP", inventory.Of("")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: policed("HTTPS", inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
