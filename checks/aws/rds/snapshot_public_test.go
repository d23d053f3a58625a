package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestSnapshotPublic(t *testing.T) {
	each(t, SnapshotPublic, rds.DBSnapshots, snapshot, nil,
		look[rds.Snapshot]{"private", checks.Pass, nil},
		look[rds.Snapshot]{"public", checks.Fail, func(s *rds.Snapshot) { s.Public = inventory.Of(true) }},
		look[rds.Snapshot]{"hidden", checks.Unknown, func(s *rds.Snapshot) { s.Public = inventory.Missing[bool](checktest.Dark) }},
	)
}
