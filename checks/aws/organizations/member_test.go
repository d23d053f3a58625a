package organizations

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/inventory"
)

func TestMember(t *testing.T) {
	checktest.Run(t, Member, []checktest.Case{
		{Name: "member", Have: inventory.Fixture(account(larkspur)), Want: want(checks.Pass)},
		{Name: "alone", Have: inventory.Fixture(account(alone)), Want: want(checks.Fail)},
		{Name: "denied", Have: inventory.Fixture(account(unread)), Want: want(checks.Unknown)},
	})
}
