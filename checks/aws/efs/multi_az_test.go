package efs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

func TestMultiAZ(t *testing.T) {
	each(t, MultiAZ, efs.FileSystems, fileSystem, nil,
		look[efs.FileSystem]{"regional", checks.Pass, nil},
		look[efs.FileSystem]{"one zone", checks.Fail, func(f *efs.FileSystem) { f.AvailabilityZone = inventory.Of("eu-central-1a") }},
		look[efs.FileSystem]{"hidden", checks.Unknown, func(f *efs.FileSystem) { f.AvailabilityZone = inventory.Missing[string](checktest.Dark) }},
		look[efs.FileSystem]{"deleting", checks.NotApplicable, func(f *efs.FileSystem) { f.LifeCycleState = inventory.Of("deleting") }},
	)
}
