package events

import (
	"testing"

	"demarc/checks/checktest"
)

func TestBusCrossAccount(t *testing.T) {
	org := lets(t, `"*"`, `"StringEquals":{"aws:PrincipalOrgID":"o-abc"}`)
	checktest.Run(t, BusCrossAccount, []checktest.Case{
		{Name: "none", Have: bus("b", none), Want: pass},
		{Name: "a trusted account", Have: bus("b", lets(t, `{"AWS":"222233334444"}`, "")), Want: pass},
		{Name: "another account", Have: bus("b", lets(t, `{"AWS":"arn:aws:iam::555566667777:root"}`, "")), Want: fail},
		{Name: "the account's organization", Have: bus("b", org), Want: pass},
		{Name: "another organization", Have: bus("b", lets(t, `"*"`, `"StringEquals":{"aws:PrincipalOrgID":"o-xyz"}`)), Want: fail},
		{Name: "hidden", Have: bus("b", hidden), Want: unknown},
	})
}
