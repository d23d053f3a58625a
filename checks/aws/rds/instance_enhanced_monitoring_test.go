package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceEnhancedMonitoring(t *testing.T) {
	each(t, InstanceEnhancedMonitoring, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"each minute", checks.Pass, nil},
		look[rds.DBInstance]{"off", checks.Fail, func(d *rds.DBInstance) { d.MonitoringInterval = inventory.Of(0) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.MonitoringInterval = inventory.Missing[int](checktest.Dark) }},
		look[rds.DBInstance]{"Neptune", checks.NotApplicable, func(d *rds.DBInstance) {
			member(d)
			d.Engine = inventory.Of(rds.Neptune)
			d.MonitoringInterval = inventory.Of(0)
		}},
		look[rds.DBInstance]{"RDS Custom", checks.NotApplicable, custom},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
