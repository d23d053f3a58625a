package macie2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/macie2"
	"demarc/providers/inventory"
)

// Discovery asks that Macie look for itself, not only when it is told to.
var Discovery = &checks.Check{
	ID:       "aws-macie2-automated-discovery",
	Title:    "Macie looks for sensitive data by itself in every region",
	Why:      "Jobs look at the buckets that somebody thought of. Automated discovery samples all of them, every day.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Amazon Macie > Settings > Automated sensitive data discovery > Status: Enable. The administrator does it for its members.",
		CLI:       "aws macie2 update-automated-discovery-configuration --status ENABLED",
		Terraform: "# The provider has no resource for automated discovery; through CloudFormation:\nresource \"aws_cloudformation_stack\" \"macie\" {\n  name          = \"macie\"\n  template_body = file(\"macie.yaml\")\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Macie.2"}},
	Aliases:  []string{"prowler:macie_automated_sensitive_data_discovery_enabled", "securityhub:Macie.2"},
	Link:     "https://docs.aws.amazon.com/macie/latest/user/discovery-asdd.html",
	Needs:    []inventory.Source{macie2.SessionDiscovery},
	Run: checks.Regions(func(p *checks.Probe) {
		for m := range macie2.Sessions.In(p.Inv, p, p.Region) {
			status, ok := m.Status.Get(p)
			if ok && status != "ENABLED" {
				p.Evidence("status", status)
				p.Failf("Macie is suspended")
			}
			if on, known := m.Discovery.Get(p); known && !on {
				p.Evidence("automatedDiscovery", "DISABLED")
				p.Failf("automated sensitive data discovery is off")
			}
			return
		}
		p.Evidence("session", "none")
		p.Absentf("Macie is not on")
	}),
}
