package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
)

func TestUserHardwareMFA(t *testing.T) {
	virtual := func(u *iam.User) { u.VirtualMFA = known([]string{"arn:aws:iam::" + me + ":mfa/phone"}) }
	noMFA := has(func(c *iam.Credentials) { c.MFA = no })
	checktest.Run(t, UserHardwareMFA, []checktest.Case{
		{Name: "passkey", Have: users(), Want: want(checks.Pass)},
		{Name: "virtual", Have: users(virtual), Want: want(checks.Fail)},
		{Name: "none", Have: users(noMFA), Want: want(checks.Fail)},
		{Name: "no password", Have: users(has(func(c *iam.Credentials) { c.PasswordEnabled = no }), virtual), Want: want(checks.NotApplicable)},
		{Name: "devices hidden", Have: users(func(u *iam.User) { u.VirtualMFA = dark[[]string]() }), Want: want(checks.Unknown)},
	})
}
