package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestImagePublic(t *testing.T) {
	have := func(state string, public inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(ec2.Images, &ec2.Image{Resource: inventory.Resource{ID: "ami-1"}, State: inventory.Of(state), Public: public}))
	}
	checktest.Run(t, ImagePublic, []checktest.Case{
		{Name: "private", Have: have("available", inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "public", Have: have("available", inventory.Of(true)), Want: []checks.Verdict{checks.Fail}},
		{Name: "deregistered", Have: have("deregistered", inventory.Of(true)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have("available", inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
