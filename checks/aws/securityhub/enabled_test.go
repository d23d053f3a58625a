package securityhub

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/securityhub"
	"demarc/providers/inventory"
)

func TestEnabled(t *testing.T) {
	hub := func(region string) *securityhub.Hub {
		return &securityhub.Hub{Resource: inventory.Resource{ID: "default", Region: region}}
	}
	checktest.Run(t, Enabled, []checktest.Case{
		{Name: "both regions", Want: []checks.Verdict{checks.Pass, checks.Pass}, Have: inventory.Fixture(inventory.Rows(securityhub.Hubs, hub("us-east-1"), hub("eu-west-1")))},
		{Name: "one region", Want: []checks.Verdict{checks.Fail, checks.Pass}, Have: inventory.Fixture(inventory.Rows(securityhub.Hubs, hub("us-east-1")))},
		{Name: "one hidden", Want: []checks.Verdict{checks.Unknown, checks.Pass}, Have: inventory.Fixture(
			inventory.Rows(securityhub.Hubs, hub("us-east-1")), inventory.Unlisted(securityhub.Hubs, "eu-west-1", checktest.Dark))},
	})
}
