package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestSnapshotBlockPublicAccess(t *testing.T) {
	have := func(state inventory.Known[string]) *inventory.Inventory {
		return region(&ec2.Settings{SnapshotBlock: state})
	}
	checktest.Run(t, SnapshotBlockPublicAccess, []checktest.Case{
		{Name: "all", Have: have(inventory.Of("block-all-sharing")), Want: []checks.Verdict{checks.Pass}},
		{Name: "new only", Have: have(inventory.Of("block-new-sharing")), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "none", Have: have(inventory.Of("unblocked")), Want: []checks.Verdict{checks.Fail}, Severity: checks.High},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
