package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstancePort(t *testing.T) {
	each(t, InstancePort, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"its own", checks.Pass, nil},
		look[rds.DBInstance]{"of the engine", checks.Fail, func(d *rds.DBInstance) { d.Port = inventory.Of(5432) }},
		look[rds.DBInstance]{"of another engine", checks.Pass, func(d *rds.DBInstance) { d.Port = inventory.Of(3306) }},
		look[rds.DBInstance]{"of Oracle", checks.Fail, func(d *rds.DBInstance) { d.Engine, d.Port = inventory.Of("oracle-se2-cdb"), inventory.Of(1521) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.Port = inventory.Missing[int](checktest.Dark) }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
