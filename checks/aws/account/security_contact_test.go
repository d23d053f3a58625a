package account

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/account"
)

func TestSecurityContact(t *testing.T) {
	checktest.Run(t, SecurityContact, []checktest.Case{
		{Name: "set", Have: have(account.Account{Security: team}), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: have(account.Account{Security: none}), Want: []checks.Verdict{checks.Fail}},
		{Name: "denied", Have: have(account.Account{Security: dark}), Want: []checks.Verdict{checks.Unknown}},
	})
}
