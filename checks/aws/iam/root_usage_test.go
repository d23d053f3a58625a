package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestRootUsage(t *testing.T) {
	have := func(password, key inventory.Known[time.Time]) *inventory.Inventory {
		c := iam.Credentials{Generated: daysBefore(0), PasswordUsed: password, Keys: []iam.AccessKey{{Slot: 1, Active: no, Used: key}}}
		return inventory.Fixture(inventory.Rows(iam.Roots, &iam.Root{Credentials: known(c)}))
	}
	checktest.Run(t, RootUsage, []checktest.Case{
		{Name: "never", Have: have(never, never), Want: want(checks.Pass)},
		{Name: "long ago", Have: have(before(200), never), Want: want(checks.Pass)},
		{Name: "lately", Have: have(before(2), never), Want: want(checks.Fail)},
		{Name: "its key, lately", Have: have(before(90), before(1)), Want: want(checks.Fail)},
		{Name: "key hidden", Have: have(before(90), dark[time.Time]()), Want: want(checks.Unknown)},
		{Name: "report denied", Have: inventory.Fixture(inventory.Rows(iam.Roots, &iam.Root{Credentials: dark[iam.Credentials]()})), Want: want(checks.Unknown)},
	})
}
