package ssm

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

// PatchCompliance asks that no patch of its baseline be missing on a machine.
var PatchCompliance = &checks.Check{
	ID:       "aws-ssm-instance-patch-compliance",
	Title:    "Managed instances have the patches that their baseline asks for",
	Why:      "Published flaws that are not mended are what attackers try first, and tools for them are free.",
	Severity: checks.High,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Systems Manager > Patch Manager > Patch now: Scan and install, or a patch policy that does it on schedule.",
		CLI:       "aws ssm send-command --document-name AWS-RunPatchBaseline --parameters Operation=Install --instance-ids <instance-id>",
		Terraform: "resource \"aws_ssm_association\" \"patches\" {\n  name                = \"AWS-RunPatchBaseline\"\n  schedule_expression = \"cron(0 3 ? * SUN *)\"\n  parameters = {\n    Operation = \"Install\"\n  }\n  targets {\n    key    = \"InstanceIds\"\n    values = [\"*\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SSM.2"}},
	Aliases:  []string{"prowler:ssm_managed_compliant_patching", "securityhub:SSM.2"},
	Link:     "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-compliance-states.html",
	Needs:    []inventory.Source{ssm.ManagedInstances, ssm.Compliances},
	Run:      checks.Each(ssm.ManagedInstances, func(p *checks.Probe, m *ssm.ManagedInstance) { complies(p, m, "Patch") }),
}
