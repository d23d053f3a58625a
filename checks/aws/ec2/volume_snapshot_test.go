package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestVolumeSnapshot(t *testing.T) {
	volume := func(state string) inventory.Part {
		return inventory.Rows(ec2.Volumes, &ec2.Volume{Resource: inventory.Resource{ID: "vol-1"}, State: inventory.Of(state), Operator: inventory.Of("")})
	}
	snapshot := func(id, of, state string) *ec2.Snapshot {
		return &ec2.Snapshot{Resource: inventory.Resource{ID: id}, VolumeID: inventory.Of(of), State: inventory.Of(state)}
	}
	checktest.Run(t, VolumeSnapshot, []checktest.Case{
		{Name: "has one", Want: []checks.Verdict{checks.Pass}, Have: inventory.Fixture(volume("in-use"),
			inventory.Rows(ec2.Snapshots, snapshot("snap-1", "vol-1", "completed"), snapshot("snap-2", "vol-2", "completed")))},
		{Name: "has one, others hidden", Want: []checks.Verdict{checks.Pass}, Have: inventory.Fixture(volume("in-use"),
			inventory.Rows(ec2.Snapshots, snapshot("snap-1", "vol-1", "completed")), inventory.Unlisted(ec2.Snapshots, "", checktest.Dark))},
		{Name: "none", Want: []checks.Verdict{checks.Fail}, Have: inventory.Fixture(volume("in-use"), inventory.Rows(ec2.Snapshots, snapshot("snap-2", "vol-2", "completed")))},
		{Name: "failed", Want: []checks.Verdict{checks.Fail}, Have: inventory.Fixture(volume("in-use"), inventory.Rows(ec2.Snapshots, snapshot("snap-1", "vol-1", "error")))},
		{Name: "deleting", Want: []checks.Verdict{checks.NotApplicable}, Have: inventory.Fixture(volume("deleting"), inventory.Rows(ec2.Snapshots))},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(volume("in-use"), inventory.Unlisted(ec2.Snapshots, "us-east-1", checktest.Dark))},
	})
}
