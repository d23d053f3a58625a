package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceLogs(t *testing.T) {
	each(t, InstanceLogs, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"both", checks.Pass, nil},
		look[rds.DBInstance]{"one of two", checks.Fail, func(d *rds.DBInstance) { d.EnabledCloudwatchLogsExports = inventory.Of([]string{"postgresql"}) }},
		look[rds.DBInstance]{"Oracle, two of four", checks.Fail, func(d *rds.DBInstance) {
			d.Engine = inventory.Of("oracle-ee")
			d.EnabledCloudwatchLogsExports = inventory.Of([]string{"alert", "audit"})
		}},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.EnabledCloudwatchLogsExports = inventory.Missing[[]string](checktest.Dark) }},
		look[rds.DBInstance]{"Db2", checks.NotApplicable, func(d *rds.DBInstance) { d.Engine = inventory.Of("db2-se") }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"RDS Custom", checks.NotApplicable, custom},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
