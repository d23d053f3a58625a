package ssm

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

// AssociationCompliance asks that State Manager's associations have brought a
// machine into the state that they describe.
var AssociationCompliance = &checks.Check{
	ID:       "aws-ssm-instance-association-compliance",
	Title:    "Managed instances are in the state that their associations describe",
	Why:      "A failed association means that the agent, the configuration or the software that it was to keep in place is not there.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Systems Manager > State Manager > the association > Execution history: see why it fails, then Apply association now.",
		CLI:       "aws ssm start-associations-once --association-ids <association-id>",
		Terraform: "resource \"aws_ssm_association\" \"example\" {\n  name                = \"AWS-GatherSoftwareInventory\"\n  schedule_expression = \"rate(1 day)\"\n  targets {\n    key    = \"InstanceIds\"\n    values = [\"*\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SSM.3"}},
	Aliases:  []string{"securityhub:SSM.3"},
	Link:     "https://docs.aws.amazon.com/systems-manager/latest/userguide/compliance-about.html",
	Needs:    []inventory.Source{ssm.ManagedInstances, ssm.Compliances},
	Run:      checks.Each(ssm.ManagedInstances, func(p *checks.Probe, m *ssm.ManagedInstance) { complies(p, m, "Association") }),
}
