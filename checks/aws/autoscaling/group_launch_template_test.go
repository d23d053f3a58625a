package autoscaling

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

func TestGroupLaunchTemplate(t *testing.T) {
	have := func(name inventory.Known[string]) *inventory.Inventory {
		return with(func(g *autoscaling.Group) { g.LaunchConfiguration = name })
	}
	checktest.Run(t, GroupLaunchTemplate, []checktest.Case{
		{Name: "template", Have: have(inventory.Of("")), Want: []checks.Verdict{checks.Pass}},
		{Name: "configuration", Have: have(inventory.Of("old")), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
