package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestSnapshotEncryption(t *testing.T) {
	have := func(encrypted inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(ec2.Snapshots, &ec2.Snapshot{Resource: inventory.Resource{ID: "snap-1"}, Encrypted: encrypted}))
	}
	checktest.Run(t, SnapshotEncryption, []checktest.Case{
		{Name: "encrypted", Have: have(inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "plain", Have: have(inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
