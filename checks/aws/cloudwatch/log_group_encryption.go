package cloudwatch

import (
	"demarc/checks"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

// LogGroupEncryption asks for a KMS key of the customer's. Log groups are
// always encrypted, with a key of the service's where none is set.
var LogGroupEncryption = &checks.Check{
	ID:       "aws-logs-log-group-kms-encryption",
	Title:    "Log groups are encrypted with a customer managed KMS key",
	Why:      "With a key of one's own, reading logs takes a permission on the key, and the key can be taken away from whoever should no longer read them.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "It cannot be set in the console for a group that exists: use the CLI. For a new group: CloudWatch > Log groups > Create log group > KMS key ARN.",
		CLI:       "aws logs associate-kms-key --log-group-name <log-group> --kms-key-id <key-arn>",
		Terraform: "resource \"aws_cloudwatch_log_group\" \"example\" {\n  name       = \"example\"\n  kms_key_id = aws_kms_key.logs.arn\n}",
	},
	Aliases: []string{"prowler:cloudwatch_log_group_kms_encryption_enabled"},
	Link:    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
	Needs:   []inventory.Source{cloudwatch.LogGroups},
	Run: checks.Each(cloudwatch.LogGroups, func(p *checks.Probe, g *cloudwatch.LogGroup) {
		if key, ok := g.KMSKeyID.Get(p); ok && key == "" {
			p.Evidence("kmsKeyId", "none")
			p.Failf("no KMS key is set: the log group is encrypted with a key of CloudWatch Logs")
		}
	}),
}
