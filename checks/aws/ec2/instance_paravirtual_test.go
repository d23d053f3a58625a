package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstanceParavirtual(t *testing.T) {
	have := func(i *ec2.Instance, v inventory.Known[string]) *inventory.Inventory {
		i.Virtualization = v
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	checktest.Run(t, InstanceParavirtual, []checktest.Case{
		{Name: "hvm", Have: have(inState("running"), inventory.Of("hvm")), Want: []checks.Verdict{checks.Pass}},
		{Name: "paravirtual", Have: have(inState("running"), inventory.Of("paravirtual")), Want: []checks.Verdict{checks.Fail}},
		{Name: "terminating", Have: have(inState("shutting-down"), inventory.Of("paravirtual")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inState("running"), inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
