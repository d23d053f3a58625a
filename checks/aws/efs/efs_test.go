package efs

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// A look is one case of a check that judges each row by itself: what is changed
// on a sound row, and the verdict.
type look[T any] struct {
	name   string
	want   checks.Verdict
	change func(*T)
}

// each runs c on a sound row with each change, and on a listing that is hidden.
// Everything else that the check may ask for is in with.
func each[T any](t *testing.T, c *checks.Check, of *inventory.Type[T], sound func() *T, with []inventory.Part, looks ...look[T]) {
	t.Helper()
	cases := []checktest.Case{{
		Name: "not listed", Want: []checks.Verdict{checks.Unknown},
		Have: inventory.Fixture(append([]inventory.Part{inventory.Unlisted(of, "", checktest.Dark)}, with...)...),
	}}
	for _, l := range looks {
		row := sound()
		if l.change != nil {
			l.change(row)
		}
		cases = append(cases, checktest.Case{
			Name: l.name, Want: []checks.Verdict{l.want},
			Have: inventory.Fixture(append([]inventory.Part{inventory.Rows(of, row)}, with...)...),
		})
	}
	checktest.Run(t, c, cases)
}

func fileSystem() *efs.FileSystem {
	return &efs.FileSystem{
		Resource: inventory.Resource{ID: "fs-1"}, Encrypted: inventory.Of(true), LifeCycleState: inventory.Of("available"),
		AvailabilityZone: inventory.Of(""), CreationTime: inventory.Of(inventory.FixtureNow.AddDate(-1, 0, 0)),
		BackupPolicy: inventory.Of("ENABLED"), Policy: inventory.Of(policy.Document{}), LastBackup: inventory.Of(inventory.FixtureNow.Add(-7 * time.Hour)),
	}
}

func accessPoint() *efs.AccessPoint {
	return &efs.AccessPoint{
		Resource: inventory.Resource{ID: "fsap-1"}, LifeCycleState: inventory.Of("available"),
		RootDirectory: inventory.Of("/orders"), PosixUser: inventory.Of(true),
	}
}

func mountTarget() *efs.MountTarget {
	return &efs.MountTarget{Resource: inventory.Resource{ID: "fsmt-1"}, FileSystemID: "fs-1", LifeCycleState: inventory.Of("available"), SubnetID: inventory.Of("subnet-a")}
}
