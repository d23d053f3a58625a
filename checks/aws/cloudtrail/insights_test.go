package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestInsights(t *testing.T) {
	none := func(t *cloudtrail.Trail) { t.Insights = inventory.Of(false) }
	checktest.Run(t, Insights, []checktest.Case{
		{Name: "on", Have: trails(good("a", none), good("b")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: trails(good("a", none)), Want: []checks.Verdict{checks.Fail}},
		{Name: "stopped", Have: trails(good("a", stopped)), Want: []checks.Verdict{checks.Fail}},
		{Name: "one region", Have: trails(good("a", oneRegion)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: trails(good("a", darkStatus)), Want: []checks.Verdict{checks.Unknown}},
	})
}
