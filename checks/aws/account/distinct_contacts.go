package account

import (
	"demarc/checks"
	"demarc/providers/aws/account"
	"demarc/providers/inventory"
)

// DistinctContacts asks that the alternate contacts exist and differ.
var DistinctContacts = &checks.Check{
	ID:       "aws-account-distinct-contacts",
	Title:    "The contacts for security, billing and operations are set and differ from each other and from the primary one",
	Why:      "One person who is on leave, or whose mailbox was taken over, must not be the only one whom AWS can reach about everything.",
	Severity: checks.Low,
	Area:     checks.Response,
	Fix: checks.Fix{
		Console:   "Account name > Account > Alternate contacts > Edit: a team's address and number for each of the three.",
		CLI:       "aws account put-alternate-contact --alternate-contact-type OPERATIONS --name <team> --title <title> --email-address <address> --phone-number <number>",
		Terraform: "resource \"aws_account_alternate_contact\" \"operations\" {\n  alternate_contact_type = \"OPERATIONS\"\n  name                   = \"Operations\"\n  title                  = \"Operations\"\n  email_address          = \"operations@example.com\"\n  phone_number           = \"+1234567891\"\n}",
	},
	Aliases: []string{"prowler:account_maintain_different_contact_details_to_security_billing_and_operations"},
	Link:    "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html",
	Needs:   []inventory.Source{account.AccountPrimary, account.AccountSecurity, account.AccountBilling, account.AccountOperations},
	Run: checks.Each(account.Accounts, func(p *checks.Probe, a *account.Account) {
		seen := map[string]string{} // what a digest was first seen as
		same := func(detail, digest, name string) {
			if first, ok := seen[digest]; ok && digest != "" {
				p.Evidence(name+" "+detail, "that of the "+first+" contact")
				p.Failf("the %s contact has the %s of the %s contact", name, detail, first)
				return
			}
			seen[digest] = name
		}
		if c, ok := a.Primary.Get(p); ok {
			same("phone number", c.Phone, "primary")
		}
		for _, contact := range []struct {
			name string
			is   inventory.Known[account.Contact]
		}{{"security", a.Security}, {"billing", a.Billing}, {"operations", a.Operations}} {
			c, ok := contact.is.Get(p)
			switch {
			case ok && !c.Set:
				p.Evidence(contact.name, "none")
				p.Failf("no %s contact is set", contact.name)
			case ok:
				same("address", c.Email, contact.name)
				same("phone number", c.Phone, contact.name)
			}
		}
	}),
}
