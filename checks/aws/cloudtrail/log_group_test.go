package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestLogGroup(t *testing.T) {
	none := func(t *cloudtrail.Trail) { t.LogGroupARN = inventory.Of("") }
	failing := func(t *cloudtrail.Trail) {
		t.Status = inventory.Of(cloudtrail.Status{Logging: true, LogsError: "AccessDenied"})
	}
	checktest.Run(t, LogGroup, []checktest.Case{
		{Name: "delivers", Have: trails(good("a")), Want: []checks.Verdict{checks.Pass}},
		{Name: "no group", Have: trails(good("a", none, darkStatus)), Want: []checks.Verdict{checks.Fail}},
		{Name: "fails", Have: trails(good("a", failing)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: trails(good("a", darkStatus)), Want: []checks.Verdict{checks.Unknown}},
	})
}
