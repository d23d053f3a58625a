package autoscaling

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

func TestGroupHealthCheck(t *testing.T) {
	have := func(balanced bool, types inventory.Known[[]string]) *inventory.Inventory {
		return with(func(g *autoscaling.Group) { g.LoadBalanced, g.HealthChecks = inventory.Of(balanced), types })
	}
	checktest.Run(t, GroupHealthCheck, []checktest.Case{
		{Name: "used", Have: have(true, inventory.Of([]string{"EC2", "ELB"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "not used", Have: have(true, inventory.Of([]string{"EC2"})), Want: []checks.Verdict{checks.Fail}},
		{Name: "no load balancer", Have: have(false, inventory.Of([]string{"EC2"})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(true, inventory.Missing[[]string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "deleting", Want: []checks.Verdict{checks.NotApplicable}, Have: with(func(g *autoscaling.Group) {
			g.Deleting, g.LoadBalanced, g.HealthChecks = inventory.Of(true), inventory.Of(true), inventory.Of([]string{"EC2"})
		})},
	})
}
