package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
)

func TestUserUnusedCredentials(t *testing.T) {
	key := func(used, rotated int) func(*iam.User) {
		return has(func(c *iam.Credentials) {
			c.Keys = []iam.AccessKey{{Slot: 1, Active: yes, Rotated: before(rotated), Used: never}}
			if used > 0 {
				c.Keys[0].Used = before(used)
			}
		})
	}
	checktest.Run(t, UserUnusedCredentials, []checktest.Case{
		{Name: "in use", Have: users(), Want: want(checks.Pass)},
		{Name: "password idle", Have: users(has(func(c *iam.Credentials) { c.PasswordUsed = before(45) })), Want: want(checks.Fail)},
		{Name: "password idle for less", Have: users(has(func(c *iam.Credentials) { c.PasswordUsed = before(44) })), Want: want(checks.Pass)},
		{Name: "password never used", Have: users(has(func(c *iam.Credentials) { c.PasswordUsed = never })), Want: want(checks.Fail)},
		{Name: "password never used, but new", Have: users(has(func(c *iam.Credentials) { c.PasswordUsed, c.PasswordChanged = never, before(3) })), Want: want(checks.Pass)},
		{Name: "password off", Have: users(has(func(c *iam.Credentials) { c.PasswordEnabled, c.PasswordUsed = no, before(300) })), Want: want(checks.Pass)},
		{Name: "key in use", Have: users(key(10, 300)), Want: want(checks.Pass)},
		{Name: "key idle", Have: users(key(60, 300)), Want: want(checks.Fail)},
		{Name: "key never used", Have: users(key(0, 50)), Want: want(checks.Fail)},
		{Name: "key never used, but new", Have: users(key(0, 5)), Want: want(checks.Pass)},
		{Name: "neither used nor set at a known time", Have: users(has(func(c *iam.Credentials) { c.PasswordUsed, c.PasswordChanged = never, never })), Want: want(checks.Unknown)},
		{Name: "use hidden", Have: users(has(func(c *iam.Credentials) { c.PasswordUsed = dark[time.Time]() })), Want: want(checks.Unknown)},
		{Name: "new user, not reported on", Have: users(hidden, func(u *iam.User) { u.Created = before(1) }), Want: want(checks.Pass)},
		{Name: "report denied", Have: users(hidden), Want: want(checks.Unknown)},
	})
}
