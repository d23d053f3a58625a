package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceAdmin(t *testing.T) {
	each(t, InstanceAdmin, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"its own", checks.Pass, nil},
		look[rds.DBInstance]{"default", checks.Fail, func(d *rds.DBInstance) { d.MasterUsername = inventory.Of("Postgres") }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.MasterUsername = inventory.Missing[string](checktest.Dark) }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
