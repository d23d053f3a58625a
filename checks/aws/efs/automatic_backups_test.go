package efs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

func TestAutomaticBackups(t *testing.T) {
	each(t, AutomaticBackups, efs.FileSystems, fileSystem, nil,
		look[efs.FileSystem]{"on", checks.Pass, nil},
		look[efs.FileSystem]{"off", checks.Fail, func(f *efs.FileSystem) { f.BackupPolicy = inventory.Of("DISABLED") }},
		look[efs.FileSystem]{"being switched on", checks.Pass, func(f *efs.FileSystem) { f.BackupPolicy = inventory.Of("ENABLING") }},
		look[efs.FileSystem]{"hidden", checks.Unknown, func(f *efs.FileSystem) { f.BackupPolicy = inventory.Missing[string](checktest.Dark) }},
		look[efs.FileSystem]{"deleting", checks.NotApplicable, func(f *efs.FileSystem) { f.LifeCycleState = inventory.Of("deleting") }},
	)
}
