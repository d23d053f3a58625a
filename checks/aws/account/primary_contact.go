package account

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/account"
	"demarc/providers/inventory"
)

// PrimaryContact asks for a complete primary contact. Whether it is up to date
// no API can tell.
var PrimaryContact = &checks.Check{
	ID:       "aws-account-primary-contact",
	Title:    "The account's primary contact is filled in",
	Why:      "AWS uses it to reach the owner about suspended payments, abuse and lost root users. It is also what ownership of the account is proved with.",
	Severity: checks.Low,
	Area:     checks.Response,
	Fix: checks.Fix{
		Console:   "Account name > Account > Contact information > Edit: a company address and a number that several people answer.",
		CLI:       "aws account put-contact-information --contact-information '{\"FullName\":\"<company>\",\"AddressLine1\":\"<street>\",\"City\":\"<city>\",\"PostalCode\":\"<code>\",\"CountryCode\":\"<country>\",\"PhoneNumber\":\"<number>\"}'",
		Terraform: "resource \"aws_account_primary_contact\" \"example\" {\n  full_name      = \"Example Inc\"\n  address_line_1 = \"1 Example Street\"\n  city           = \"Seattle\"\n  country_code   = \"US\"\n  postal_code    = \"98101\"\n  phone_number   = \"+1234567890\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.2"}},
	Aliases:  []string{"prowler:account_maintain_current_contact_details"},
	Link:     "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-primary.html",
	Needs:    []inventory.Source{account.AccountPrimary},
	Run: checks.Each(account.Accounts, func(p *checks.Probe, a *account.Account) {
		if c, ok := a.Primary.Get(p); ok && len(c.Missing) > 0 {
			p.Evidence("missing", c.Missing)
			p.Failf("the primary contact lacks %s", strings.Join(c.Missing, ", "))
		}
	}),
}
