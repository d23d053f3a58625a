package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// group is an inventory of one target group.
func group(target string, protocol, health inventory.Known[string]) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(elbv2.TargetGroups, &elbv2.TargetGroup{
		Resource: inventory.Resource{ID: "g"}, TargetType: inventory.Of(target), Protocol: protocol, HealthCheckProtocol: health}))
}

func TestTargetGroupEncryption(t *testing.T) {
	http, https, tcp := inventory.Of("HTTP"), inventory.Of("HTTPS"), inventory.Of("TCP")
	checktest.Run(t, TargetGroupEncryption, []checktest.Case{
		{Name: "HTTPS", Have: group("ip", https, https), Want: []checks.Verdict{checks.Pass}},
		{Name: "HTTP", Have: group("instance", http, http), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "TCP", Have: group("instance", tcp, tcp), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "function", Have: group("lambda", inventory.Of(""), http), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "load balancer", Have: group("alb", tcp, http), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "gateway", Have: group("instance", inventory.Of("GENEVE"), tcp), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: group("ip", inventory.Missing[string](checktest.Dark), https), Want: []checks.Verdict{checks.Unknown}},
	})
}
