package rds

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceBackupPlan(t *testing.T) {
	each(t, InstanceBackupPlan, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"last night", checks.Pass, nil},
		look[rds.DBInstance]{"never", checks.Fail, func(d *rds.DBInstance) { d.LastBackup = inventory.Of(time.Time{}) }},
		look[rds.DBInstance]{"long ago", checks.Fail, func(d *rds.DBInstance) { d.LastBackup = inventory.Of(inventory.FixtureNow.AddDate(0, 0, -60)) }},
		look[rds.DBInstance]{"new", checks.NotApplicable, func(d *rds.DBInstance) {
			d.LastBackup, d.InstanceCreateTime = inventory.Of(time.Time{}), inventory.Of(inventory.FixtureNow.Add(-time.Hour))
		}},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.LastBackup = inventory.Missing[time.Time](checktest.Dark) }},
		look[rds.DBInstance]{"replica", checks.NotApplicable, func(d *rds.DBInstance) { d.ReadReplicaOf = inventory.Of("orders") }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"RDS Custom", checks.NotApplicable, custom},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
