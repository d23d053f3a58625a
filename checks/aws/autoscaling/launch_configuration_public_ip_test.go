package autoscaling

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

func TestLaunchConfigurationPublicIP(t *testing.T) {
	have := func(public inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(autoscaling.LaunchConfigurations, &autoscaling.LaunchConfiguration{
			Resource: inventory.Resource{ID: "old"}, AssociatePublicIP: public}))
	}
	checktest.Run(t, LaunchConfigurationPublicIP, []checktest.Case{
		{Name: "private", Have: have(inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "public", Have: have(inventory.Of(true)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
