package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestSnapshotEncrypted(t *testing.T) {
	each(t, SnapshotEncrypted, rds.DBSnapshots, snapshot, nil,
		look[rds.Snapshot]{"encrypted", checks.Pass, nil},
		look[rds.Snapshot]{"plain", checks.Fail, func(s *rds.Snapshot) { s.Encrypted = inventory.Of(false) }},
		look[rds.Snapshot]{"hidden", checks.Unknown, func(s *rds.Snapshot) { s.Encrypted = inventory.Missing[bool](checktest.Dark) }},
	)
}
