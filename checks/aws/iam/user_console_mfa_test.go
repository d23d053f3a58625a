package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestUserConsoleMFA(t *testing.T) {
	checktest.Run(t, UserConsoleMFA, []checktest.Case{
		{Name: "mfa", Have: users(), Want: want(checks.Pass)},
		{Name: "no mfa", Have: users(has(func(c *iam.Credentials) { c.MFA = no })), Want: want(checks.Fail)},
		{Name: "no password", Have: users(has(func(c *iam.Credentials) { c.PasswordEnabled, c.MFA = no, no })), Want: want(checks.NotApplicable)},
		{Name: "mfa hidden", Have: users(has(func(c *iam.Credentials) { c.MFA = unsure })), Want: want(checks.Unknown)},
		{Name: "password hidden", Have: users(has(func(c *iam.Credentials) { c.PasswordEnabled, c.MFA = unsure, no })), Want: want(checks.Unknown)},
		{Name: "report denied", Have: users(hidden), Want: want(checks.Unknown)},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(iam.Users, "", checktest.Dark)), Want: want(checks.Unknown)},
	})
}
