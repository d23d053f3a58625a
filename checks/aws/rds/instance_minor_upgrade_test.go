package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceMinorUpgrade(t *testing.T) {
	worldwide := cluster()
	worldwide.ID, worldwide.GlobalClusterIdentifier = "worldwide", inventory.Of("world")
	off := func(engine, of string) func(*rds.DBInstance) {
		return func(d *rds.DBInstance) {
			d.Engine, d.DBClusterIdentifier, d.AutoMinorVersionUpgrade = inventory.Of(engine), inventory.Of(of), inventory.Of(false)
		}
	}
	each(t, InstanceMinorUpgrade, rds.DBInstances, instance, []inventory.Part{inventory.Rows(rds.DBClusters, cluster(), worldwide)},
		look[rds.DBInstance]{"automatic", checks.Pass, nil},
		look[rds.DBInstance]{"off", checks.Fail, off("postgres", "")},
		look[rds.DBInstance]{"Aurora, off", checks.Fail, off("aurora-mysql", "ledger")},
		look[rds.DBInstance]{"Aurora, its cluster not among those listed", checks.Fail, off("aurora-mysql", "other")},
		look[rds.DBInstance]{"Aurora, global", checks.NotApplicable, off("aurora-mysql", "worldwide")},
		look[rds.DBInstance]{"Neptune, off", checks.Fail, off(rds.Neptune, "graph")},
		look[rds.DBInstance]{"DocumentDB", checks.NotApplicable, off(rds.DocumentDB, "documents")},
		look[rds.DBInstance]{"Multi-AZ DB cluster", checks.NotApplicable, off("mysql", "trio")},
		look[rds.DBInstance]{"RDS Custom", checks.NotApplicable, off("custom-sqlserver-se", "")},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.AutoMinorVersionUpgrade = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
	)
}
