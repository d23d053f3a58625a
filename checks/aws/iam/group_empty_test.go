package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestGroupEmpty(t *testing.T) {
	have := func(users ...*iam.User) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Groups, group("staff")), inventory.Rows(iam.Users, users...))
	}
	unread := user(func(u *iam.User) { u.ID, u.Full, u.Groups = "bob", "bob", dark[[]string]() })
	checktest.Run(t, GroupEmpty, []checktest.Case{
		{Name: "a member", Have: have(user(inGroups("staff"))), Want: want(checks.Pass)},
		{Name: "a member, another unread", Have: have(user(inGroups("staff")), unread), Want: want(checks.Pass)},
		{Name: "none", Have: have(user(inGroups("others"))), Want: want(checks.Fail)},
		{Name: "unread", Have: have(unread), Want: want(checks.Unknown)},
	})
}
