package cloudwatch

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

// LogsPolicyPublic asks that no resource policy lets everybody at log groups.
var LogsPolicyPublic = &checks.Check{
	ID:       "aws-logs-resource-policy-public",
	Title:    "No resource policy opens log groups to everybody",
	Why:      "Whoever may write to a log group can bury what matters, or run up a bill; whoever may read it has the logs.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Resource policies of CloudWatch Logs are not shown in the console: use the CLI.",
		CLI:       "aws logs put-resource-policy --policy-name <policy> --policy-document file://<policy-file>",
		Terraform: "resource \"aws_cloudwatch_log_resource_policy\" \"example\" {\n  policy_name     = \"example\"\n  policy_document = data.aws_iam_policy_document.example.json\n}",
	},
	Aliases: []string{"prowler:cloudwatch_log_group_not_publicly_accessible"},
	Link:    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html",
	Needs:   []inventory.Source{cloudwatch.ResourcePolicies},
	Run: checks.Each(cloudwatch.ResourcePolicies, func(p *checks.Probe, r *cloudwatch.ResourcePolicy) {
		pol, ok := r.Policy.Get(p)
		if !ok {
			return
		}
		ctx := access.At("logs", &r.Resource, pol)
		ctx.Resource = "" // the policy stands for itself, attached to no log group
		access.Public(p, pol.Document, ctx, r.ID)
	}),
}
