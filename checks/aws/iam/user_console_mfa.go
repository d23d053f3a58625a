package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// UserConsoleMFA asks for a second factor of every user with a password.
var UserConsoleMFA = &checks.Check{
	ID:       "aws-iam-user-console-mfa",
	Title:    "IAM users with a console password have MFA",
	Why:      "A password that was guessed, reused or phished is enough to sign in where no second factor is asked for.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Security credentials > Multi-factor authentication (MFA) > Assign MFA device.",
		CLI:       "aws iam enable-mfa-device --user-name <user> --serial-number <device-arn> --authentication-code1 <code> --authentication-code2 <next-code>",
		Terraform: "# A device is enrolled by the person who has it. This denies everything to users who signed in without one:\nresource \"aws_iam_group_policy\" \"mfa\" {\n  name  = \"require-mfa\"\n  group = aws_iam_group.people.name\n  policy = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect    = \"Deny\"\n      NotAction = [\"iam:*MFADevice\", \"iam:List*\", \"sts:GetSessionToken\"]\n      Resource  = \"*\"\n      Condition = { BoolIfExists = { \"aws:MultiFactorAuthPresent\" = \"false\" } }\n    }]\n  })\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.10"}, frameworks.FSBP: {"IAM.5"}},
	Aliases:  []string{"prowler:iam_user_mfa_enabled_console_access", "securityhub:IAM.5"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html",
	Needs:    []inventory.Source{iam.UserCredentials},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		c, ok := consoleUser(p, u)
		if !ok {
			return
		}
		if mfa, ok := c.MFA.Get(p); ok && !mfa {
			p.Evidence("mfaActive", false)
			p.Failf("the user has a console password and no MFA device")
		}
	}),
}

// consoleUser returns the credentials of a user that has a console password. It
// skips a user that has none.
func consoleUser(p *checks.Probe, u *iam.User) (iam.Credentials, bool) {
	c, ok := u.Credentials.Get(p)
	if !ok {
		return c, false
	}
	reported(p, c)
	password, ok := c.PasswordEnabled.Get(p)
	if ok && !password {
		p.Skipf("the user has no console password")
	}
	return c, ok && password
}
