package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstancePublic(t *testing.T) {
	each(t, InstancePublic, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"private", checks.Pass, nil},
		look[rds.DBInstance]{"public", checks.Fail, func(d *rds.DBInstance) { d.PubliclyAccessible = inventory.Of(true) }},
		look[rds.DBInstance]{"public member of a cluster", checks.Fail, func(d *rds.DBInstance) { member(d); d.PubliclyAccessible = inventory.Of(true) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.PubliclyAccessible = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
	)
}
