package autoscaling

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

func TestLaunchConfigurationIMDSv2(t *testing.T) {
	have := func(tokens inventory.Known[string], endpoint string) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(autoscaling.LaunchConfigurations, &autoscaling.LaunchConfiguration{
			Resource: inventory.Resource{ID: "old"}, HTTPTokens: tokens, HTTPEndpoint: inventory.Of(endpoint)}))
	}
	checktest.Run(t, LaunchConfigurationIMDSv2, []checktest.Case{
		{Name: "required", Have: have(inventory.Of("required"), "enabled"), Want: []checks.Verdict{checks.Pass}},
		{Name: "optional", Have: have(inventory.Of("optional"), "enabled"), Want: []checks.Verdict{checks.Fail}},
		{Name: "no endpoint", Have: have(inventory.Of("optional"), "disabled"), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark), "enabled"), Want: []checks.Verdict{checks.Unknown}},
	})
}
