package efs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

func TestAccessPointRoot(t *testing.T) {
	each(t, AccessPointRoot, efs.AccessPoints, accessPoint, nil,
		look[efs.AccessPoint]{"a directory", checks.Pass, nil},
		look[efs.AccessPoint]{"the root", checks.Fail, func(a *efs.AccessPoint) { a.RootDirectory = inventory.Of("/") }},
		look[efs.AccessPoint]{"the root, written otherwise", checks.Fail, func(a *efs.AccessPoint) { a.RootDirectory = inventory.Of("//") }},
		look[efs.AccessPoint]{"hidden", checks.Unknown, func(a *efs.AccessPoint) { a.RootDirectory = inventory.Missing[string](checktest.Dark) }},
		look[efs.AccessPoint]{"deleting", checks.NotApplicable, func(a *efs.AccessPoint) { a.LifeCycleState = inventory.Of("deleting") }},
	)
}
