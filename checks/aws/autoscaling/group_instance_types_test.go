package autoscaling

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

func TestGroupInstanceTypes(t *testing.T) {
	have := func(types inventory.Known[autoscaling.InstanceTypes]) *inventory.Inventory {
		return with(func(g *autoscaling.Group) { g.InstanceTypes = types })
	}
	checktest.Run(t, GroupInstanceTypes, []checktest.Case{
		{Name: "two", Have: have(inventory.Of(autoscaling.InstanceTypes{Names: []string{"m7g.large", "m6g.large"}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "attributes", Have: have(inventory.Of(autoscaling.InstanceTypes{ByAttributes: true})), Want: []checks.Verdict{checks.Pass}},
		{Name: "one override", Have: have(inventory.Of(autoscaling.InstanceTypes{Names: []string{"m7g.large"}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "the template's", Have: have(inventory.Of(autoscaling.InstanceTypes{})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[autoscaling.InstanceTypes](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
