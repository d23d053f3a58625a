package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestSnapshotPublic(t *testing.T) {
	have := func(public inventory.Known[bool], block inventory.Known[string]) *inventory.Inventory {
		return region(&ec2.Settings{SnapshotBlock: block},
			inventory.Rows(ec2.Snapshots, &ec2.Snapshot{Resource: inventory.Resource{ID: "snap-1"}, Public: public}))
	}
	yes, no := inventory.Of(true), inventory.Of(false)
	all, fresh, hidden := inventory.Of("block-all-sharing"), inventory.Of("block-new-sharing"), inventory.Missing[string](checktest.Dark)
	checktest.Run(t, SnapshotPublic, []checktest.Case{
		{Name: "private", Have: have(no, inventory.Of("unblocked")), Want: []checks.Verdict{checks.Pass}},
		{Name: "private, block hidden", Have: have(no, hidden), Want: []checks.Verdict{checks.Pass}},
		{Name: "public", Have: have(yes, inventory.Of("unblocked")), Want: []checks.Verdict{checks.Fail}},
		{Name: "public before new sharing was blocked", Have: have(yes, fresh), Want: []checks.Verdict{checks.Fail}},
		{Name: "public, all sharing blocked", Have: have(yes, all), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "public, block hidden", Have: have(yes, hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark), all), Want: []checks.Verdict{checks.Unknown}},
	})
}
