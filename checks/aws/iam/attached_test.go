package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestAttached(t *testing.T) {
	none := known([]string{})
	have := func(ofUser, ofGroup, ofRole inventory.Known[[]string], change ...func(*iam.Role)) *inventory.Inventory {
		g := group("g")
		g.Attached = ofGroup
		return inventory.Fixture(
			inventory.Rows(iam.Users, user(func(u *iam.User) { u.Attached = ofUser })), inventory.Rows(iam.Groups, g),
			inventory.Rows(iam.Roles, role(append(change, func(r *iam.Role) { r.Attached = ofRole })...)),
		)
	}
	for _, tc := range []struct {
		check         *checks.Check
		name          string
		with, no      checks.Verdict
		withOneUnread checks.Verdict
	}{
		{SupportRole, "AWSSupportAccess", checks.Pass, checks.Fail, checks.Pass},
		{SecurityAuditRole, "SecurityAudit", checks.Pass, checks.Fail, checks.Pass},
		{CloudShellFullAccess, "AWSCloudShellFullAccess", checks.Fail, checks.Pass, checks.Fail},
	} {
		t.Run(tc.check.ID, func(t *testing.T) {
			it, look := attachedTo("arn:aws:iam::aws:policy/"+tc.name), attachedTo(own(tc.name))
			checktest.Run(t, tc.check, []checktest.Case{
				{Name: "nobody", Have: have(none, none, none), Want: want(tc.no)},
				{Name: "a role", Have: have(none, none, it), Want: want(tc.with)},
				{Name: "a group", Have: have(none, it, none), Want: want(tc.with)},
				{Name: "a user, roles unread", Have: have(it, none, dark[[]string]()), Want: want(tc.withOneUnread)},
				{Name: "the customer's policy of that name", Have: have(none, look, none), Want: want(tc.no)},
				{Name: "a role of AWS's", Have: have(none, none, it, serviceLinked), Want: want(tc.no)},
				{Name: "a role of Identity Center's", Have: have(none, none, it, identityCenter), Want: want(tc.with)},
				{Name: "roles unread", Have: have(none, none, dark[[]string]()), Want: want(checks.Unknown)},
			})
		})
	}
}
