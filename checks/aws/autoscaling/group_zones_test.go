package autoscaling

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

func TestGroupZones(t *testing.T) {
	have := func(zones ...string) *inventory.Inventory {
		return with(func(g *autoscaling.Group) { g.Zones = inventory.Of(zones) })
	}
	checktest.Run(t, GroupZones, []checktest.Case{
		{Name: "two", Have: have("us-east-1a", "us-east-1b"), Want: []checks.Verdict{checks.Pass}},
		{Name: "one", Have: have("us-east-1a"), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: with(func(g *autoscaling.Group) { g.Zones = inventory.Missing[[]string](checktest.Dark) })},
		{Name: "managed", Want: []checks.Verdict{checks.NotApplicable}, Have: with(func(g *autoscaling.Group) {
			g.Operator, g.Zones = inventory.Of("ecs.amazonaws.com"), inventory.Of([]string{"us-east-1a"})
		})},
	})
}
