package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestSpotFleetEncryption(t *testing.T) {
	have := func(state string, byDefault bool, templates int, volumes ...ec2.LaunchVolume) *inventory.Inventory {
		return region(&ec2.Settings{EBSEncryption: inventory.Of(byDefault)},
			inventory.Rows(ec2.SpotFleets, &ec2.SpotFleet{Resource: inventory.Resource{ID: "sfr-1"},
				State: inventory.Of(state), Templates: inventory.Of(templates), Volumes: inventory.Of(volumes)}),
			inventory.Rows(ec2.Snapshots, &ec2.Snapshot{Resource: inventory.Resource{ID: "snap-sealed"}, Encrypted: inventory.Of(true)}))
	}
	sealed := ec2.LaunchVolume{Device: "/dev/sdf", Encrypted: inventory.Of(true)}
	plain := ec2.LaunchVolume{Device: "/dev/sdg", Encrypted: inventory.Of(false)}
	copied := ec2.LaunchVolume{Device: "/dev/sdh", SnapshotID: "snap-sealed", Encrypted: inventory.Of(false)}
	foreign := ec2.LaunchVolume{Device: "/dev/sdi", SnapshotID: "snap-other", Encrypted: inventory.Of(false)}
	checktest.Run(t, SpotFleetEncryption, []checktest.Case{
		{Name: "encrypted", Have: have("active", false, 0, sealed, copied), Want: []checks.Verdict{checks.Pass}},
		{Name: "plain", Have: have("active", false, 0, sealed, plain), Want: []checks.Verdict{checks.Fail}},
		{Name: "plain, by default", Have: have("active", true, 0, plain), Want: []checks.Verdict{checks.Pass}},
		{Name: "of a stranger's snapshot", Have: have("active", false, 0, foreign), Want: []checks.Verdict{checks.Unknown}},
		{Name: "template", Have: have("active", false, 1), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "image only", Have: have("active", false, 0), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "cancelled", Have: have("cancelled_running", false, 0, plain), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
