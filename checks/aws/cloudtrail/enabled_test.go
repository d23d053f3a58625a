package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestEnabled(t *testing.T) {
	checktest.Run(t, Enabled, []checktest.Case{
		{Name: "on in one region", Have: trails(good("a", stopped), good("b", oneRegion)), Want: []checks.Verdict{checks.Pass}},
		{Name: "stopped", Have: trails(good("a", stopped)), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: trails(), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: trails(good("a", darkStatus)), Want: []checks.Verdict{checks.Unknown}},
		// One region's own trail shows there only.
		{Name: "a region left out", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.InRegions("us-east-1"), inventory.WithoutRegions("eu-west-1"), inventory.Rows(cloudtrail.Trails))},
	})
}
