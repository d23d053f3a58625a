package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

const passwordConsole = "IAM > Account settings > Password policy > Edit > Custom."

const passwordLink = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"

// passwords makes a Run over the account's password policy.
func passwords(look func(*checks.Probe, iam.PasswordPolicy)) checks.Run {
	return checks.Each(iam.Accounts, func(p *checks.Probe, a *iam.Account) {
		if policy, ok := a.PasswordPolicy.Get(p); ok {
			p.Evidence("customPolicy", policy.Custom)
			look(p, policy)
		}
	})
}

var minLength = &checks.Param{Name: "minLength", Default: 14, Unit: "characters", Source: "CIS AWS 7.0, 2.8"}

// PasswordLength asks for a minimum length of IAM users' passwords.
var PasswordLength = &checks.Check{
	ID:       "aws-iam-password-length",
	Title:    "The password policy asks for long passwords",
	Why:      "Length is what makes guessing a password take long. Without a policy of its own an account accepts eight characters.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   passwordConsole + " Enforce minimum password length: 14 characters.",
		CLI:       "aws iam update-account-password-policy --minimum-password-length 14 --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols --password-reuse-prevention 24",
		Terraform: "resource \"aws_iam_account_password_policy\" \"example\" {\n  minimum_password_length = 14\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.8"}},
	Aliases:  []string{"prowler:iam_password_policy_minimum_length_14", "securityhub:IAM.15"},
	Link:     passwordLink,
	Params:   []*checks.Param{minLength},
	Needs:    []inventory.Source{iam.AccountPasswordPolicy},
	Run: passwords(func(p *checks.Probe, policy iam.PasswordPolicy) {
		if n, ok := policy.MinimumLength.Get(p); ok && n < p.Int(minLength) {
			p.Evidence("minimumPasswordLength", n)
			p.Failf("passwords may be as short as %d characters", n)
		}
	}),
}

var remembered = &checks.Param{Name: "remembered", Default: 24, Unit: "passwords", Source: "CIS AWS 7.0, 2.9"}

// PasswordReuse asks that old passwords not come back.
var PasswordReuse = &checks.Check{
	ID:       "aws-iam-password-reuse",
	Title:    "The password policy keeps old passwords from being used again",
	Why:      "A password that leaked once is tried again later. A user who goes back to it opens the door anew.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   passwordConsole + " Prevent password reuse: remember 24 passwords.",
		CLI:       "aws iam update-account-password-policy --password-reuse-prevention 24 --minimum-password-length 14 --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols",
		Terraform: "resource \"aws_iam_account_password_policy\" \"example\" {\n  password_reuse_prevention = 24\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.9"}},
	Aliases:  []string{"prowler:iam_password_policy_reuse_24", "securityhub:IAM.16"},
	Link:     passwordLink,
	Params:   []*checks.Param{remembered},
	Needs:    []inventory.Source{iam.AccountPasswordPolicy},
	Run: passwords(func(p *checks.Probe, policy iam.PasswordPolicy) {
		if n, ok := policy.ReusePrevention.Get(p); ok && n < p.Int(remembered) {
			p.Evidence("passwordReusePrevention", n)
			p.Failf("%d earlier passwords are kept from being used again", n)
		}
	}),
}

var (
	strongLength = &checks.Param{Name: "minLength", Default: 8, Unit: "characters", Source: "Security Hub, IAM.7"}
	characters   = &checks.Param{Name: "require", Default: []string{"uppercase", "lowercase", "number", "symbol"}, Source: "Security Hub, IAM.7"}
)

// PasswordStrength asks for several kinds of characters in passwords.
var PasswordStrength = &checks.Check{
	ID:       "aws-iam-password-strength",
	Title:    "The password policy asks for every kind of character",
	Why:      "Passwords of letters alone fall to word lists. Without a policy of its own an account asks for three kinds of four, and for none in particular.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   passwordConsole + " Password strength: tick all four.",
		CLI:       "aws iam update-account-password-policy --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols --minimum-password-length 14 --password-reuse-prevention 24",
		Terraform: "resource \"aws_iam_account_password_policy\" \"example\" {\n  require_uppercase_characters = true\n  require_lowercase_characters = true\n  require_numbers              = true\n  require_symbols              = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"IAM.7"}},
	Aliases: []string{
		"prowler:iam_password_policy_uppercase", "prowler:iam_password_policy_lowercase",
		"prowler:iam_password_policy_number", "prowler:iam_password_policy_symbol", "securityhub:IAM.7",
	},
	Link:   passwordLink,
	Params: []*checks.Param{strongLength, characters},
	Needs:  []inventory.Source{iam.AccountPasswordPolicy},
	Run: passwords(func(p *checks.Probe, policy iam.PasswordPolicy) {
		asks := map[string]inventory.Known[bool]{
			"uppercase": policy.Uppercase, "lowercase": policy.Lowercase, "number": policy.Digit, "symbol": policy.Symbol,
		}
		var lacking []string
		for _, kind := range p.Strings(characters) {
			if on, ok := asks[kind].Get(p); ok && !on {
				lacking = append(lacking, kind)
			}
		}
		if len(lacking) > 0 {
			p.Evidence("notRequired", lacking)
			p.Failf("passwords need hold no %s", joined(lacking))
		}
		if n, ok := policy.MinimumLength.Get(p); ok && n < p.Int(strongLength) {
			p.Evidence("minimumPasswordLength", n)
			p.Failf("passwords may be as short as %d characters", n)
		}
	}),
}

var maxAge = &checks.Param{Name: "maxAgeDays", Default: 90, Unit: "days", Source: "PCI DSS 4.0.1, 8.3.9, for passwords without a second factor; NIST SP 800-63B advises against expiry"}

// PasswordExpiry asks that passwords expire.
var PasswordExpiry = &checks.Check{
	ID:       "aws-iam-password-expiry",
	Title:    "The password policy makes passwords expire",
	Why:      "A stolen password that nobody noticed works until it is changed. Where every sign-in has a second factor, expiry does more harm than good: raise the parameter or suppress the finding then.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   passwordConsole + " Turn on password expiration: 90 days.",
		CLI:       "aws iam update-account-password-policy --max-password-age 90 --minimum-password-length 14 --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols --password-reuse-prevention 24",
		Terraform: "resource \"aws_iam_account_password_policy\" \"example\" {\n  max_password_age = 90\n}",
	},
	Aliases: []string{"prowler:iam_password_policy_expires_passwords_within_90_days_or_less", "securityhub:IAM.17"},
	Link:    passwordLink,
	Params:  []*checks.Param{maxAge},
	Needs:   []inventory.Source{iam.AccountPasswordPolicy},
	Run: passwords(func(p *checks.Probe, policy iam.PasswordPolicy) {
		n, ok := policy.MaxAge.Get(p)
		switch {
		case ok && n == 0:
			p.Evidence("maxPasswordAge", "none")
			p.Failf("passwords do not expire")
		case ok && n > p.Int(maxAge):
			p.Evidence("maxPasswordAge", n)
			p.Failf("passwords expire after %d days", n)
		}
	}),
}
