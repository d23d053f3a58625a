package efs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

func TestAccessPointUser(t *testing.T) {
	each(t, AccessPointUser, efs.AccessPoints, accessPoint, nil,
		look[efs.AccessPoint]{"a user", checks.Pass, nil},
		look[efs.AccessPoint]{"none", checks.Fail, func(a *efs.AccessPoint) { a.PosixUser = inventory.Of(false) }},
		look[efs.AccessPoint]{"hidden", checks.Unknown, func(a *efs.AccessPoint) { a.PosixUser = inventory.Missing[bool](checktest.Dark) }},
		look[efs.AccessPoint]{"deleting", checks.NotApplicable, func(a *efs.AccessPoint) { a.LifeCycleState = inventory.Of("deleting") }},
	)
}
