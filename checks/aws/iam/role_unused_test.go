package iam

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

func TestRoleUnused(t *testing.T) {
	have := func(created, used inventory.Known[time.Time], change ...func(*iam.Role)) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(iam.Roles, role(append(change, func(r *iam.Role) { r.Created, r.LastUsed = created, used })...)))
	}
	checktest.Run(t, RoleUnused, []checktest.Case{
		{Name: "in use", Have: have(before(400), before(89)), Want: want(checks.Pass)},
		{Name: "idle", Have: have(before(400), before(90)), Want: want(checks.Fail)},
		{Name: "never used", Have: have(before(400), never), Want: want(checks.Fail)},
		{Name: "never used, but new", Have: have(before(10), never), Want: want(checks.Pass)},
		{Name: "linked to a service", Have: have(before(400), never, serviceLinked), Want: want(checks.NotApplicable)},
		{Name: "hidden", Have: have(before(400), dark[time.Time]()), Want: want(checks.Unknown)},
	})
}
