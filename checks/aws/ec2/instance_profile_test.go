package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstanceProfile(t *testing.T) {
	have := func(i *ec2.Instance, profile inventory.Known[string]) *inventory.Inventory {
		i.InstanceProfile = profile
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	checktest.Run(t, InstanceProfile, []checktest.Case{
		{Name: "attached", Have: have(inState("running"), inventory.Of("arn:aws:iam::1:instance-profile/web")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: have(inState("stopped"), inventory.Of("")), Want: []checks.Verdict{checks.Fail}},
		{Name: "terminating", Have: have(inState("shutting-down"), inventory.Of("")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "managed", Have: have(managed(), inventory.Of("")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inState("running"), inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(ec2.Instances, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
