package cloudwatch

import (
	"strings"

	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// sharingRole is the role that CloudWatch makes when an account shares its
// metrics, logs and traces with another ("Cross-account cross-Region
// CloudWatch console", CloudWatch User Guide).
const sharingRole = "CloudWatch-CrossAccountSharingRole"

// CrossAccountSharing asks that monitoring data go to none but the customer's
// own accounts.
var CrossAccountSharing = &checks.Check{
	ID:       "aws-cloudwatch-cross-account-sharing",
	Title:    "CloudWatch shares the account's data with none but trusted accounts",
	Why:      "Whoever the data is shared with reads dashboards, metrics and logs, and with them what the systems are and do.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "CloudWatch > Settings > Share your CloudWatch data > Manage: remove the accounts, or disable sharing.",
		CLI:       "aws iam update-assume-role-policy --role-name CloudWatch-CrossAccountSharingRole --policy-document file://<policy-file>",
		Terraform: "resource \"aws_iam_role\" \"sharing\" {\n  name = \"CloudWatch-CrossAccountSharingRole\"\n  assume_role_policy = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect    = \"Allow\"\n      Action    = \"sts:AssumeRole\"\n      Principal = { AWS = \"arn:aws:iam::${var.monitoring_account}:root\" }\n    }]\n  })\n}",
	},
	Aliases: []string{"prowler:cloudwatch_cross_account_sharing_disabled"},
	Link:    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Cross-Account-Cross-Region.html",
	Needs:   []inventory.Source{iam.Roles},
	Run: checks.Account(func(p *checks.Probe) {
		role, ok := iam.Roles.ByID(p.Inv, "", sharingRole).Get(p)
		if !ok || role == nil {
			return
		}
		if foreign, ok := role.Foreign.Get(p); ok && len(foreign) > 0 {
			p.Evidence("accounts", foreign)
			p.Failf("the role %s lets in %s", sharingRole, strings.Join(foreign, ", "))
		}
		if trust, ok := role.Trust.Get(p); ok {
			access.Public(p, &trust, access.At("sts", &role.Resource, access.NoTrust))
		}
	}),
}
