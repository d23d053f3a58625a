package iam

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
)

func TestUserTwoKeys(t *testing.T) {
	on, off, hid := iam.AccessKey{Slot: 1, Active: yes}, iam.AccessKey{Slot: 2, Active: no}, iam.AccessKey{Slot: 2, Active: unsure}
	checktest.Run(t, UserTwoKeys, []checktest.Case{
		{Name: "one", Have: withKeys(on, off), Want: want(checks.Pass)},
		{Name: "two", Have: withKeys(on, on), Want: want(checks.Fail)},
		{Name: "one and one hidden", Have: withKeys(on, hid), Want: want(checks.Unknown)},
	})
	checktest.Run(t, UserNoKeys, []checktest.Case{
		{Name: "none", Have: withKeys(off), Want: want(checks.Pass)},
		{Name: "one", Have: withKeys(on, hid), Want: want(checks.Fail)},
		{Name: "hidden", Have: withKeys(hid), Want: want(checks.Unknown)},
	})
}

func TestUserSetupKey(t *testing.T) {
	key := iam.AccessKey{Slot: 1, Active: yes, Rotated: before(400), Used: never}
	later, used := key, key
	later.Rotated, used.Used = before(390), before(10)
	checktest.Run(t, UserSetupKey, []checktest.Case{
		{Name: "at once, unused", Have: withKeys(key), Want: want(checks.Fail)},
		{Name: "later", Have: withKeys(later), Want: want(checks.Pass)},
		{Name: "in use", Have: withKeys(used), Want: want(checks.Pass)},
		{Name: "no password", Have: users(has(func(c *iam.Credentials) { c.PasswordEnabled, c.Keys = no, []iam.AccessKey{key} })), Want: want(checks.NotApplicable)},
		{Name: "report denied", Have: users(hidden), Want: want(checks.Unknown)},
	})
}
