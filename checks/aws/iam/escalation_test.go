package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

const (
	attachesPolicies = `{"Effect":"Allow","Action":"iam:AttachUserPolicy","Resource":"*"}`
	passesToLambda   = `{"Effect":"Allow","Action":["iam:PassRole","lambda:CreateFunction","lambda:InvokeFunction"],"Resource":"*"}`
	passesToECS      = `{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}`
	changesOne       = `{"Effect":"Allow","Action":"iam:UpdateAssumeRolePolicy","Resource":"arn:aws:iam::111122223333:role/one"}`
)

func TestEscalation(t *testing.T) {
	ofUser := func(change ...func(*iam.User)) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Users, user(change...)), policies(managedPolicy("attaches", parsed(attachesPolicies))),
			inventory.Rows(iam.Groups, group("helpdesk", own("attaches"))))
	}
	checktest.Run(t, UserEscalation, []checktest.Case{
		{Name: "reads", Have: ofUser(withPolicies(own("reading"))), Want: want(checks.Pass)},
		{Name: "through a group", Have: ofUser(inGroups("helpdesk")), Want: want(checks.Fail)},
		{Name: "within a boundary", Have: ofUser(inGroups("helpdesk"), bounded(own("reading"))), Want: want(checks.Pass)},
		{Name: "denied", Have: ofUser(inGroups("helpdesk"), withPolicies(own("no-iam"))), Want: want(checks.Pass)},
		{Name: "an administrator", Have: ofUser(withPolicies(awsAdmin)), Want: want(checks.NotApplicable)},
		{Name: "a policy unread", Have: ofUser(inGroups("helpdesk"), withPolicies(own("lost"))), Want: want(checks.Unknown)},
	})
	ofRole := func(statement string, change ...func(*iam.Role)) *inventory.Inventory {
		inline := func(r *iam.Role) { r.Inline = known([]iam.Document{{Name: "x", Document: parsed(statement)}}) }
		return inventory.Fixture(inventory.Rows(iam.Roles, role(append([]func(*iam.Role){inline}, change...)...)), policies())
	}
	checktest.Run(t, RoleEscalation, []checktest.Case{
		{Name: "reads", Have: ofRole(reading), Want: want(checks.Pass)},
		{Name: "reads, by a managed policy", Have: ofRole(reading, func(r *iam.Role) { r.Attached = attachedTo(own("reading")) }), Want: want(checks.Pass)},
		{Name: "passes any role to a function", Have: ofRole(passesToLambda), Want: want(checks.Fail)},
		{Name: "passes any role to tasks that it cannot make", Have: ofRole(passesToECS), Want: want(checks.Pass)},
		{Name: "changes one role", Have: ofRole(changesOne), Want: want(checks.Pass)},
		{Name: "linked to a service", Have: ofRole(passesToLambda, serviceLinked), Want: want(checks.NotApplicable)},
		{Name: "of a permission set", Have: ofRole(passesToLambda, identityCenter), Want: want(checks.Fail)},
		{Name: "of an administrator's permission set", Have: ofRole(everything, identityCenter), Want: want(checks.NotApplicable)},
		{Name: "without MFA not", Have: ofRole(passesToLambda + `,{"Effect":"Deny","NotAction":"iam:EnableMFADevice","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}`), Want: want(checks.Fail)},
		{Name: "in one region", Have: ofRole(`{"Effect":"Allow","Action":["iam:PassRole","lambda:CreateFunction","lambda:InvokeFunction"],"Resource":"*","Condition":{"StringEquals":{"aws:RequestedRegion":"eu-central-1"}}}`), Want: want(checks.Fail)},
		{Name: "hidden", Have: ofRole(reading, func(r *iam.Role) { r.Attached = attachedTo(own("lost")) }), Want: want(checks.Unknown)},
	})
}
