package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceCopyTags(t *testing.T) {
	each(t, InstanceCopyTags, rds.DBInstances, instance, nil,
		look[rds.DBInstance]{"copied", checks.Pass, nil},
		look[rds.DBInstance]{"not copied", checks.Fail, func(d *rds.DBInstance) { d.CopyTagsToSnapshot = inventory.Of(false) }},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.CopyTagsToSnapshot = inventory.Missing[bool](checktest.Dark) }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"creating", checks.NotApplicable, creating},
	)
}
