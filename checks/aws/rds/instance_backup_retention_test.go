package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceBackupRetention(t *testing.T) {
	each(t, InstanceBackupRetention, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"a week", checks.Pass, nil},
		look[rds.DBInstance]{"off", checks.Fail, func(d *rds.DBInstance) { d.BackupRetentionPeriod = inventory.Of(0) }},
		look[rds.DBInstance]{"a day", checks.Fail, func(d *rds.DBInstance) { d.BackupRetentionPeriod = inventory.Of(1) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.BackupRetentionPeriod = inventory.Missing[int](checktest.Dark) }},
		look[rds.DBInstance]{"replica", checks.NotApplicable, func(d *rds.DBInstance) {
			d.ReadReplicaOf = inventory.Of("orders")
			d.BackupRetentionPeriod = inventory.Of(0)
		}},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
