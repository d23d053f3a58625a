package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

func TestDelivering(t *testing.T) {
	failing := func(t *cloudtrail.Trail) {
		t.Status = inventory.Of(cloudtrail.Status{Logging: true, DeliveryError: "NoSuchBucket"})
	}
	checktest.Run(t, Delivering, []checktest.Case{
		{Name: "delivers", Have: trails(good("a")), Want: []checks.Verdict{checks.Pass}},
		{Name: "stopped", Have: trails(good("a", stopped)), Want: []checks.Verdict{checks.Fail}},
		{Name: "fails", Have: trails(good("a", failing)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: trails(good("a", darkStatus)), Want: []checks.Verdict{checks.Unknown}},
	})
}
