package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceIAMAuthentication(t *testing.T) {
	each(t, InstanceIAMAuthentication, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"on", checks.Pass, nil},
		look[rds.DBInstance]{"off", checks.Fail, func(d *rds.DBInstance) { d.IAMDatabaseAuthenticationEnabled = inventory.Of(false) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.IAMDatabaseAuthenticationEnabled = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBInstance]{"Oracle", checks.NotApplicable, func(d *rds.DBInstance) {
			d.Engine = inventory.Of("oracle-ee")
			d.IAMDatabaseAuthenticationEnabled = inventory.Of(false)
		}},
		look[rds.DBInstance]{"MariaDB off", checks.Fail, func(d *rds.DBInstance) {
			d.Engine, d.EngineVersion = inventory.Of("mariadb"), inventory.Of("10.11.8")
			d.IAMDatabaseAuthenticationEnabled = inventory.Of(false)
		}},
		look[rds.DBInstance]{"MariaDB too old", checks.NotApplicable, func(d *rds.DBInstance) {
			d.Engine, d.EngineVersion = inventory.Of("mariadb"), inventory.Of("10.5.20")
			d.IAMDatabaseAuthenticationEnabled = inventory.Of(false)
		}},
		look[rds.DBInstance]{"MariaDB of no version", checks.Unknown, func(d *rds.DBInstance) {
			d.Engine, d.EngineVersion = inventory.Of("mariadb"), inventory.Of("x")
			d.IAMDatabaseAuthenticationEnabled = inventory.Of(false)
		}},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
