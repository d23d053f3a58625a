package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// someone asks that an AWS-managed policy be attached to somebody.
func someone(name, what string) checks.Run {
	return checks.Account(func(p *checks.Probe) {
		var hidden inventory.Gaps
		if who := holders(p, &hidden, name); len(who) > 0 {
			p.Evidence("attachedTo", who)
			return
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("attachedTo", "nobody")
		p.Absentf("%s", what)
	})
}

// SupportRole asks that somebody may open cases with AWS Support.
var SupportRole = &checks.Check{
	ID:       "aws-iam-support-role",
	Title:    "Somebody may manage incidents with AWS Support",
	Why:      "In an incident there is no time to find out who may talk to AWS, or to wake the owner of the root user for it.",
	Severity: checks.Low,
	Area:     checks.Response,
	Fix: checks.Fix{
		Console:   "IAM > Roles > Create role for those who handle incidents, and attach AWSSupportAccess.",
		CLI:       "aws iam attach-role-policy --role-name <incident-role> --policy-arn arn:aws:iam::aws:policy/AWSSupportAccess",
		Terraform: "resource \"aws_iam_role_policy_attachment\" \"support\" {\n  role       = aws_iam_role.incident.name\n  policy_arn = \"arn:aws:iam::aws:policy/AWSSupportAccess\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.15"}},
	Aliases:  []string{"prowler:iam_support_role_created", "securityhub:IAM.18"},
	Link:     "https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html",
	Needs:    []inventory.Source{iam.Users, iam.Groups, iam.Roles},
	Run:      someone("AWSSupportAccess", "AWSSupportAccess is attached to no user, group or role"),
}

// SecurityAuditRole asks that somebody may read the account's settings.
var SecurityAuditRole = &checks.Check{
	ID:       "aws-iam-security-audit-role",
	Title:    "Somebody may audit the account without being able to change it",
	Why:      "Where auditing takes an administrator, audits are rare and auditors are dangerous. A role that reads settings, and no data, serves tools and people alike.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Roles > Create role for auditors, and attach SecurityAudit.",
		CLI:       "aws iam attach-role-policy --role-name <audit-role> --policy-arn arn:aws:iam::aws:policy/SecurityAudit",
		Terraform: "resource \"aws_iam_role_policy_attachment\" \"audit\" {\n  role       = aws_iam_role.audit.name\n  policy_arn = \"arn:aws:iam::aws:policy/SecurityAudit\"\n}",
	},
	Aliases: []string{"prowler:iam_securityaudit_role_created"},
	Link:    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAudit.html",
	Needs:   []inventory.Source{iam.Users, iam.Groups, iam.Roles},
	Run:     someone("SecurityAudit", "SecurityAudit is attached to no user, group or role"),
}

// CloudShellFullAccess asks that nobody can move files through CloudShell.
var CloudShellFullAccess = &checks.Check{
	ID:       "aws-iam-cloudshell-full-access",
	Title:    "AWSCloudShellFullAccess is attached to nobody",
	Why:      "The policy lets its holders upload to and download from a shell with internet access, in which they are root: a way out for data that no other control watches.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Policies > AWSCloudShellFullAccess > Entities attached > Detach. Give those who need the shell a policy without cloudshell:GetFileUploadUrls and cloudshell:GetFileDownloadUrls.",
		CLI:       "aws iam detach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess",
		Terraform: "resource \"aws_iam_policy\" \"cloudshell\" {\n  name = \"cloudshell-without-files\"\n  policy = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect   = \"Allow\"\n      Action   = [\"cloudshell:CreateEnvironment\", \"cloudshell:CreateSession\", \"cloudshell:GetEnvironmentStatus\", \"cloudshell:StartEnvironment\", \"cloudshell:PutCredentials\"]\n      Resource = \"*\"\n    }]\n  })\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.20"}},
	Aliases:  []string{"prowler:iam_policy_cloudshell_admin_not_attached"},
	Link:     "https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html",
	Needs:    []inventory.Source{iam.Users, iam.Groups, iam.Roles},
	Run: checks.Account(func(p *checks.Probe) {
		if who := holders(p, p, "AWSCloudShellFullAccess"); len(who) > 0 {
			p.Evidence("attachedTo", who)
			p.Failf("AWSCloudShellFullAccess is attached to %s", joined(who))
		}
	}),
}
