package securityhub

import (
	"demarc/checks"
	"demarc/providers/aws/securityhub"
	"demarc/providers/inventory"
)

// Standards asks that Security Hub check something of its own.
var Standards = &checks.Check{
	ID:       "aws-securityhub-standards-enabled",
	Title:    "Security Hub checks at least one standard where it is on",
	Why:      "Without a standard, Security Hub collects what other services find and checks nothing itself.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Security Hub CSPM > Security standards > AWS Foundational Security Best Practices > Enable standard.",
		CLI:       "aws securityhub batch-enable-standards --standards-subscription-requests StandardsArn=arn:aws:securityhub:<region>::standards/aws-foundational-security-best-practices/v/1.0.0",
		Terraform: "resource \"aws_securityhub_standards_subscription\" \"example\" {\n  standards_arn = \"arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0\"\n}",
	},
	Link:  "https://docs.aws.amazon.com/securityhub/latest/userguide/enable-standards.html",
	Needs: []inventory.Source{securityhub.HubStandards},
	Run: checks.Each(securityhub.Hubs, func(p *checks.Probe, h *securityhub.Hub) {
		if all, ok := h.Standards.Get(p); ok && len(all) == 0 {
			p.Evidence("standards", "none")
			p.Failf("no standard is enabled")
		}
	}),
}
