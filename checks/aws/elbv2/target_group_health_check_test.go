package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/inventory"
)

func TestTargetGroupHealthCheck(t *testing.T) {
	http, https, tcp := inventory.Of("HTTP"), inventory.Of("HTTPS"), inventory.Of("TCP")
	checktest.Run(t, TargetGroupHealthCheck, []checktest.Case{
		{Name: "HTTPS", Have: group("ip", https, https), Want: []checks.Verdict{checks.Pass}},
		{Name: "HTTP", Have: group("ip", https, http), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "TCP", Have: group("ip", tcp, tcp), Want: []checks.Verdict{checks.Fail}, Severity: checks.Info},
		{Name: "function", Have: group("lambda", inventory.Of(""), http), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "gateway", Have: group("ip", inventory.Of("GENEVE"), tcp), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: group("ip", https, inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
