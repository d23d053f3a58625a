package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestImageBlockPublicAccess(t *testing.T) {
	have := func(state inventory.Known[string]) *inventory.Inventory {
		return region(&ec2.Settings{ImageBlock: state})
	}
	checktest.Run(t, ImageBlockPublicAccess, []checktest.Case{
		{Name: "blocked", Have: have(inventory.Of("block-new-sharing")), Want: []checks.Verdict{checks.Pass}},
		{Name: "unblocked", Have: have(inventory.Of("unblocked")), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
