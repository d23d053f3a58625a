package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceDeletionProtection(t *testing.T) {
	each(t, InstanceDeletionProtection, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"on", checks.Pass, nil},
		look[rds.DBInstance]{"off", checks.Fail, func(d *rds.DBInstance) { d.DeletionProtection = inventory.Of(false) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.DeletionProtection = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
