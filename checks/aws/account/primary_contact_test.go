package account

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/account"
	"demarc/providers/inventory"
)

func TestPrimaryContact(t *testing.T) {
	checktest.Run(t, PrimaryContact, []checktest.Case{
		{Name: "whole", Have: have(account.Account{Primary: inventory.Of(account.Primary{Phone: "p"})}), Want: []checks.Verdict{checks.Pass}},
		{Name: "no number", Have: have(account.Account{Primary: inventory.Of(account.Primary{Missing: []string{"PhoneNumber"}})}), Want: []checks.Verdict{checks.Fail}},
		{Name: "denied", Have: have(account.Account{Primary: inventory.Missing[account.Primary](checktest.Dark)}), Want: []checks.Verdict{checks.Unknown}},
	})
}
