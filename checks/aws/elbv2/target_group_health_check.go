package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// TargetGroupHealthCheck asks that health checks be encrypted too. One that
// only opens a TCP connection sends nothing: it is ranked lower.
var TargetGroupHealthCheck = &checks.Check{
	ID:       "aws-elbv2-target-group-health-check",
	Title:    "Health checks of target groups use HTTPS",
	Why:      "A plain health check keeps a plain port open on every target, shows what it answers to whoever listens, and passes targets whose TLS is broken.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Target Groups > the target group > Health checks > Edit: Health check protocol *HTTPS*.",
		CLI:       "aws elbv2 modify-target-group --target-group-arn <target-group> --health-check-protocol HTTPS",
		Terraform: "resource \"aws_lb_target_group\" \"example\" {\n  name     = \"example\"\n  port     = 443\n  protocol = \"HTTPS\"\n  vpc_id   = aws_vpc.example.id\n\n  health_check {\n    protocol = \"HTTPS\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.21"}},
	Aliases:  []string{"securityhub:ELB.21"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
	Needs:    []inventory.Source{elbv2.TargetGroups},
	Run: checks.Each(elbv2.TargetGroups, func(p *checks.Probe, g *elbv2.TargetGroup) {
		if !carries(p, g) {
			return
		}
		protocol, ok := g.HealthCheckProtocol.Get(p)
		if !ok || protocol == "HTTPS" {
			return
		}
		p.Evidence("healthCheckProtocol", protocol)
		if protocol == "TCP" {
			p.Rank(checks.Info)
		}
		p.Failf("the health checks use %s", protocol)
	}),
}
