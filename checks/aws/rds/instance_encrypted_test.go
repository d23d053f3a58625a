package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceEncrypted(t *testing.T) {
	each(t, InstanceEncrypted, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"encrypted", checks.Pass, nil},
		look[rds.DBInstance]{"plain", checks.Fail, func(d *rds.DBInstance) { d.StorageEncrypted = inventory.Of(false) }},
		look[rds.DBInstance]{"plain member", checks.NotApplicable, func(d *rds.DBInstance) { member(d); d.StorageEncrypted = inventory.Of(false) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.StorageEncrypted = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
