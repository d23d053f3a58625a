package efs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/inventory"
)

func TestEncrypted(t *testing.T) {
	each(t, Encrypted, efs.FileSystems, fileSystem, nil,
		look[efs.FileSystem]{"encrypted", checks.Pass, nil},
		look[efs.FileSystem]{"plain", checks.Fail, func(f *efs.FileSystem) { f.Encrypted = inventory.Of(false) }},
		look[efs.FileSystem]{"hidden", checks.Unknown, func(f *efs.FileSystem) { f.Encrypted = inventory.Missing[bool](checktest.Dark) }},
		look[efs.FileSystem]{"deleting", checks.NotApplicable, func(f *efs.FileSystem) { f.LifeCycleState = inventory.Of("deleting") }},
	)
}
