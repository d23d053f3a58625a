package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func withKeys(keys ...iam.AccessKey) *inventory.Inventory {
	return users(has(func(c *iam.Credentials) { c.Keys = keys }))
}

func TestAccessKeyRotation(t *testing.T) {
	checktest.Run(t, AccessKeyRotation, []checktest.Case{
		{Name: "young", Have: withKeys(iam.AccessKey{Slot: 1, Active: yes, Rotated: before(90)}), Want: want(checks.Pass)},
		{Name: "old", Have: withKeys(iam.AccessKey{Slot: 1, Active: yes, Rotated: before(91)}), Want: want(checks.Fail)},
		{Name: "old, second hidden", Have: withKeys(iam.AccessKey{Slot: 1, Active: yes, Rotated: before(91)}, iam.AccessKey{Slot: 2, Active: unsure}), Want: want(checks.Fail)},
		{Name: "old and off", Have: withKeys(iam.AccessKey{Slot: 1, Active: no, Rotated: before(900)}), Want: want(checks.Pass)},
		{Name: "age hidden", Have: withKeys(iam.AccessKey{Slot: 1, Active: yes, Rotated: dark[time.Time]()}), Want: want(checks.Unknown)},
		{Name: "report denied", Have: users(hidden), Want: want(checks.Unknown)},
	})
}
