package account

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/account"
	"demarc/providers/inventory"
)

// SecurityContact asks for a contact for security matters.
var SecurityContact = &checks.Check{
	ID:       "aws-account-security-contact",
	Title:    "The account has a security contact",
	Why:      "AWS writes to the security contact about abuse and leaked credentials. Without one such mail goes to the root user's mailbox, which few people read.",
	Severity: checks.Medium,
	Area:     checks.Response,
	Fix: checks.Fix{
		Console:   "Account name > Account > Alternate contacts > Security > Edit. For all members: AWS Organizations > AWS accounts > the account > Contact info.",
		CLI:       "aws account put-alternate-contact --alternate-contact-type SECURITY --name <team> --title <title> --email-address <address> --phone-number <number>",
		Terraform: "resource \"aws_account_alternate_contact\" \"security\" {\n  alternate_contact_type = \"SECURITY\"\n  name                   = \"Security team\"\n  title                  = \"Security\"\n  email_address          = \"security@example.com\"\n  phone_number           = \"+1234567890\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.3"}, frameworks.FSBP: {"Account.1"}},
	Aliases:  []string{"prowler:account_security_contact_information_is_registered", "securityhub:Account.1"},
	Link:     "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html",
	Needs:    []inventory.Source{account.AccountSecurity},
	Run: checks.Each(account.Accounts, func(p *checks.Probe, a *account.Account) {
		if c, ok := a.Security.Get(p); ok && !c.Set {
			p.Evidence("securityContact", "none")
			p.Failf("no security contact is set")
		}
	}),
}
