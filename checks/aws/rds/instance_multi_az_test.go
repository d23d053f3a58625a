package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceMultiAZ(t *testing.T) {
	each(t, InstanceMultiAZ, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"standby", checks.Pass, nil},
		look[rds.DBInstance]{"single", checks.Fail, func(d *rds.DBInstance) { d.MultiAZ = inventory.Of(false) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.MultiAZ = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBInstance]{"SQL Server Express", checks.NotApplicable, func(d *rds.DBInstance) { d.Engine = inventory.Of("sqlserver-ex"); d.MultiAZ = inventory.Of(false) }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"RDS Custom", checks.NotApplicable, custom},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
