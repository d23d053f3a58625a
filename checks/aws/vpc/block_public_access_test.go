package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestBlockPublicAccess(t *testing.T) {
	have := func(mode inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.BlocksPublicAccess, &vpc.BlockPublicAccess{Resource: res("us-east-1"), Mode: mode}))
	}
	checktest.Run(t, BlockPublicAccess, []checktest.Case{
		{Name: "both ways", Have: have(inventory.Of("block-bidirectional")), Want: []checks.Verdict{checks.Pass}},
		{Name: "inbound", Have: have(inventory.Of("block-ingress")), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inventory.Of("off")), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not answered", Have: inventory.Fixture(inventory.Unlisted(vpc.BlocksPublicAccess, "eu-west-1", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
