package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestPasswords(t *testing.T) {
	strong := iam.PasswordPolicy{
		Custom: true, MinimumLength: known(14), Uppercase: yes, Lowercase: yes, Digit: yes, Symbol: yes,
		MaxAge: known(90), ReusePrevention: known(24),
	}
	byDefault := iam.PasswordPolicy{MinimumLength: known(8), Uppercase: no, Lowercase: no, Digit: no, Symbol: no, MaxAge: known(0), ReusePrevention: known(0)}
	have := func(p iam.PasswordPolicy) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Accounts, &iam.Account{PasswordPolicy: known(p)}))
	}
	but := func(change func(*iam.PasswordPolicy)) *inventory.Inventory {
		p := strong
		change(&p)
		return have(p)
	}
	denied := inventory.Fixture(inventory.Rows(iam.Accounts, &iam.Account{PasswordPolicy: dark[iam.PasswordPolicy]()}))
	for _, tc := range []struct {
		check *checks.Check
		weak  func(*iam.PasswordPolicy)
	}{
		{PasswordLength, func(p *iam.PasswordPolicy) { p.MinimumLength = known(13) }},
		{PasswordReuse, func(p *iam.PasswordPolicy) { p.ReusePrevention = known(23) }},
		{PasswordStrength, func(p *iam.PasswordPolicy) { p.Symbol = no }},
		{PasswordExpiry, func(p *iam.PasswordPolicy) { p.MaxAge = known(91) }},
	} {
		t.Run(tc.check.ID, func(t *testing.T) {
			checktest.Run(t, tc.check, []checktest.Case{
				{Name: "strong", Have: have(strong), Want: want(checks.Pass)},
				{Name: "none set", Have: have(byDefault), Want: want(checks.Fail)},
				{Name: "weak", Have: but(tc.weak), Want: want(checks.Fail)},
				{Name: "denied", Have: denied, Want: want(checks.Unknown)},
			})
		})
	}
}
