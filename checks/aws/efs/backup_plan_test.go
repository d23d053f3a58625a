package efs

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

func TestBackupPlan(t *testing.T) {
	each(t, BackupPlan, efs.FileSystems, fileSystem, nil,
		look[efs.FileSystem]{"both", checks.Pass, nil},
		look[efs.FileSystem]{"automatic only", checks.Pass, func(f *efs.FileSystem) { f.LastBackup = inventory.Of(time.Time{}) }},
		look[efs.FileSystem]{"another plan", checks.Pass, func(f *efs.FileSystem) { f.BackupPolicy = inventory.Of("DISABLED") }},
		look[efs.FileSystem]{"neither", checks.Fail, func(f *efs.FileSystem) {
			f.BackupPolicy, f.LastBackup = inventory.Of("DISABLED"), inventory.Of(time.Time{})
		}},
		look[efs.FileSystem]{"long ago", checks.Fail, func(f *efs.FileSystem) {
			f.BackupPolicy, f.LastBackup = inventory.Of("DISABLED"), inventory.Of(inventory.FixtureNow.AddDate(0, -3, 0))
		}},
		look[efs.FileSystem]{"new", checks.NotApplicable, func(f *efs.FileSystem) {
			f.BackupPolicy, f.LastBackup, f.CreationTime = inventory.Of("DISABLED"), inventory.Of(time.Time{}), inventory.Of(inventory.FixtureNow.Add(-time.Hour))
		}},
		look[efs.FileSystem]{"plans hidden, automatic", checks.Pass, func(f *efs.FileSystem) { f.LastBackup = inventory.Missing[time.Time](checktest.Dark) }},
		look[efs.FileSystem]{"automatic hidden, backed up", checks.Pass, func(f *efs.FileSystem) { f.BackupPolicy = inventory.Missing[string](checktest.Dark) }},
		look[efs.FileSystem]{"plans hidden", checks.Unknown, func(f *efs.FileSystem) {
			f.BackupPolicy, f.LastBackup = inventory.Of("DISABLED"), inventory.Missing[time.Time](checktest.Dark)
		}},
		look[efs.FileSystem]{"deleting", checks.NotApplicable, func(f *efs.FileSystem) { f.LifeCycleState = inventory.Of("deleting") }},
	)
}
