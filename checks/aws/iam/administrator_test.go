package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// group is a group with what is attached to it.
func group(name string, arns ...string) *iam.Group {
	return &iam.Group{
		Resource: inventory.Resource{ID: name, Full: "arn:aws:iam::" + me + ":group/" + name},
		Inline:   known([]iam.Document{}), Attached: attachedTo(arns...),
	}
}

func inGroups(names ...string) func(*iam.User) {
	return func(u *iam.User) { u.Groups = known(names) }
}

func withPolicies(arns ...string) func(*iam.User) {
	return func(u *iam.User) { u.Attached = attachedTo(arns...) }
}

func withInline(d inventory.Known[policy.Document]) func(*iam.User) {
	return func(u *iam.User) { u.Inline = known([]iam.Document{{Name: "x", Document: d}}) }
}

func bounded(arn string) func(*iam.User) { return func(u *iam.User) { u.Boundary = known(arn) } }

func TestUserAdministrator(t *testing.T) {
	unread := managedPolicy("unread", dark[policy.Document]())
	have := func(change ...func(*iam.User)) *inventory.Inventory {
		return inventory.Fixture(
			inventory.Rows(iam.Users, user(change...)), policies(unread),
			inventory.Rows(iam.Groups, group("admins", awsAdmin), group("readers", own("reading")), group("odd", own("unread"))),
		)
	}
	allButIAM, ofIAM := `{"Effect":"Allow","NotAction":["iam:*","organizations:*","account:*"],"Resource":"*"}`, `{"Effect":"Allow","Action":"iam:*","Resource":"*"}`
	inParts := func(u *iam.User) {
		u.Inline = known([]iam.Document{{Name: "a", Document: parsed(allButIAM)}, {Name: "b", Document: parsed(ofIAM)}})
	}
	twoHalves := func(u *iam.User) {
		u.Inline = known([]iam.Document{{Name: "a", Document: parsed(reading)}, {Name: "b", Document: parsed(everything)}})
	}
	checktest.Run(t, UserAdministrator, []checktest.Case{
		{Name: "nothing", Have: have(), Want: want(checks.Pass)},
		{Name: "reads", Have: have(withPolicies(own("reading")), inGroups("readers")), Want: want(checks.Pass)},
		{Name: "attached", Have: have(withPolicies(own("reading"), awsAdmin)), Want: want(checks.Fail)},
		{Name: "through a group", Have: have(inGroups("readers", "admins")), Want: want(checks.Fail)},
		{Name: "inline", Have: have(twoHalves), Want: want(checks.Fail)},
		{Name: "all but IAM, and IAM", Have: have(inParts), Want: want(checks.Fail)},
		{Name: "all but IAM", Have: have(withInline(parsed(allButIAM))), Want: want(checks.Pass)},
		{Name: "all but IAM, and what is not read", Have: have(withInline(parsed(allButIAM)), inGroups("odd")), Want: want(checks.Unknown)},
		{Name: "denied by another policy", Have: have(withPolicies(awsAdmin, own("no-iam"))), Want: want(checks.Pass)},
		{Name: "denied, another unread", Have: have(withPolicies(awsAdmin, own("no-iam"), own("unread"))), Want: want(checks.Pass)},
		{Name: "within a boundary", Have: have(withPolicies(awsAdmin), bounded(own("reading"))), Want: want(checks.Pass)},
		{Name: "within a boundary, policy unread", Have: have(withPolicies(own("unread")), bounded(own("reading"))), Want: want(checks.Pass)},
		{Name: "within a wide boundary", Have: have(withPolicies(awsAdmin), bounded(own("everything"))), Want: want(checks.Fail)},
		{Name: "boundary unread", Have: have(withPolicies(awsAdmin), bounded(own("unread"))), Want: want(checks.Unknown)},
		{Name: "boundary unread, policies small", Have: have(withPolicies(own("reading")), bounded(own("unread"))), Want: want(checks.Unknown)},
		{Name: "one policy unread", Have: have(withPolicies(own("reading"), own("unread"))), Want: want(checks.Unknown)},
		{Name: "administrator, one policy unread", Have: have(withPolicies(awsAdmin, own("unread"))), Want: want(checks.Unknown)},
		{Name: "a group's policy unread", Have: have(inGroups("odd")), Want: want(checks.Unknown)},
		{Name: "a group that is not listed", Have: have(inGroups("lost")), Want: want(checks.Unknown)},
		{Name: "a policy that is not listed", Have: have(withPolicies(own("lost"))), Want: want(checks.Unknown)},
	})
}

func TestGroupAdministrator(t *testing.T) {
	have := func(g *iam.Group) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Groups, g), policies())
	}
	inline := group("inline")
	inline.Inline = known([]iam.Document{{Name: "x", Document: parsed(everything)}})
	checktest.Run(t, GroupAdministrator, []checktest.Case{
		{Name: "reads", Have: have(group("readers", own("reading"))), Want: want(checks.Pass)},
		{Name: "admin", Have: have(group("admins", awsAdmin)), Want: want(checks.Fail)},
		{Name: "inline", Have: have(inline), Want: want(checks.Fail)},
		{Name: "unread", Have: have(group("odd", own("lost"))), Want: want(checks.Unknown)},
	})
}

func TestRoleAdministrator(t *testing.T) {
	have := func(change ...func(*iam.Role)) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Roles, role(change...)), policies())
	}
	admin := func(r *iam.Role) { r.Attached = attachedTo(awsAdmin) }
	checktest.Run(t, RoleAdministrator, []checktest.Case{
		{Name: "nothing", Have: have(), Want: want(checks.Pass)},
		{Name: "admin", Have: have(admin), Want: want(checks.Fail)},
		{Name: "admin within a boundary", Have: have(admin, func(r *iam.Role) { r.Boundary = known(own("reading")) }), Want: want(checks.Pass)},
		{Name: "linked to a service", Have: have(admin, serviceLinked), Want: want(checks.NotApplicable)},
		{Name: "policy hidden", Have: have(func(r *iam.Role) { r.Attached = dark[[]string]() }), Want: want(checks.Unknown)},
	})
}

func TestAdministratorMFA(t *testing.T) {
	have := func(change ...func(*iam.User)) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Users, user(change...)), policies(), inventory.Rows(iam.Groups, group("admins", awsAdmin)))
	}
	noMFA := has(func(c *iam.Credentials) { c.MFA = no })
	keyOnly := has(func(c *iam.Credentials) {
		c.MFA, c.PasswordEnabled = no, no
		c.Keys = []iam.AccessKey{{Slot: 1, Active: yes, Rotated: before(3), Used: before(1)}}
	})
	checktest.Run(t, AdministratorMFA, []checktest.Case{
		{Name: "mfa", Have: have(inGroups("admins")), Want: want(checks.Pass)},
		{Name: "no mfa", Have: have(inGroups("admins"), noMFA), Want: want(checks.Fail)},
		{Name: "no mfa, key only", Have: have(withPolicies(awsAdmin), keyOnly), Want: want(checks.Fail)},
		{Name: "no mfa, no credentials", Have: have(withPolicies(awsAdmin), has(func(c *iam.Credentials) { c.MFA, c.PasswordEnabled = no, no })), Want: want(checks.Pass)},
		{Name: "no mfa, no administrator", Have: have(noMFA), Want: want(checks.Pass)},
		{Name: "no administrator, report denied", Have: have(hidden), Want: want(checks.Pass)},
		{Name: "administrator, report denied", Have: have(inGroups("admins"), hidden), Want: want(checks.Unknown)},
		{Name: "no mfa, policies unread", Have: have(withPolicies(own("lost")), noMFA), Want: want(checks.Unknown)},
	})
}
