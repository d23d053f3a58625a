package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestSQLServerLogs(t *testing.T) {
	each(t, SQLServerLogs, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"all", checks.Pass, func(d *rds.DBInstance) {
			d.Engine = inventory.Of("sqlserver-se")
			d.EnabledCloudwatchLogsExports = inventory.Of([]string{"agent", "error", "other"})
		}},
		look[rds.DBInstance]{"none", checks.Fail, func(d *rds.DBInstance) {
			d.Engine = inventory.Of("sqlserver-se")
			d.EnabledCloudwatchLogsExports = inventory.Of[[]string](nil)
		}},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) {
			d.Engine = inventory.Of("sqlserver-se")
			d.EnabledCloudwatchLogsExports = inventory.Missing[[]string](checktest.Dark)
		}},
		look[rds.DBInstance]{"another engine", checks.NotApplicable, func(d *rds.DBInstance) { d.Engine = inventory.Of("db2-se") }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, func(d *rds.DBInstance) { member(d); d.Engine = inventory.Of("sqlserver-se") }},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
	)
}
