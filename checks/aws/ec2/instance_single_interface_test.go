package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstanceSingleInterface(t *testing.T) {
	have := func(i *ec2.Instance, n inventory.Known[int]) *inventory.Inventory {
		i.Interfaces = n
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	checktest.Run(t, InstanceSingleInterface, []checktest.Case{
		{Name: "one", Have: have(inState("running"), inventory.Of(1)), Want: []checks.Verdict{checks.Pass}},
		{Name: "two", Have: have(inState("running"), inventory.Of(2)), Want: []checks.Verdict{checks.Fail}},
		{Name: "managed", Have: have(managed(), inventory.Of(3)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inState("running"), inventory.Missing[int](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
