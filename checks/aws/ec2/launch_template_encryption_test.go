package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestLaunchTemplateEncryption(t *testing.T) {
	snapshots := inventory.Rows(ec2.Snapshots,
		&ec2.Snapshot{Resource: inventory.Resource{ID: "snap-sealed"}, Encrypted: inventory.Of(true)},
		&ec2.Snapshot{Resource: inventory.Resource{ID: "snap-plain"}, Encrypted: inventory.Of(false)})
	have := func(byDefault bool, volumes ...ec2.LaunchVolume) *inventory.Inventory {
		lt := template()
		lt.Volumes = inventory.Of(volumes)
		return region(&ec2.Settings{EBSEncryption: inventory.Of(byDefault)}, inventory.Rows(ec2.LaunchTemplates, lt), snapshots)
	}
	volume := func(encrypted bool, snapshot string) ec2.LaunchVolume {
		return ec2.LaunchVolume{Device: "/dev/xvdb", SnapshotID: snapshot, Encrypted: inventory.Of(encrypted)}
	}
	checktest.Run(t, LaunchTemplateEncryption, []checktest.Case{
		{Name: "encrypted", Have: have(false, volume(true, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "one of two plain", Have: have(false, volume(true, ""), volume(false, "")), Want: []checks.Verdict{checks.Fail}},
		{Name: "by default", Have: have(true, volume(false, "")), Want: []checks.Verdict{checks.Pass}},
		{Name: "of an encrypted snapshot", Have: have(false, volume(false, "snap-sealed")), Want: []checks.Verdict{checks.Pass}},
		{Name: "of a plain snapshot", Have: have(false, volume(false, "snap-plain")), Want: []checks.Verdict{checks.Fail}},
		{Name: "of a stranger's snapshot", Have: have(false, volume(false, "snap-other")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "no volumes", Have: have(false), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "no volumes, by default", Have: have(true), Want: []checks.Verdict{checks.Pass}},
	})
}
