package ec2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

func TestInstancePublicWithProfile(t *testing.T) {
	have := func(ips inventory.Known[[]string], profile inventory.Known[string]) *inventory.Inventory {
		i := inState("running")
		i.PublicIPs, i.InstanceProfile = ips, profile
		return inventory.Fixture(inventory.Rows(ec2.Instances, i))
	}
	public, private := inventory.Of([]string{"203.0.113.7"}), inventory.Of[[]string](nil)
	role, none, hidden := inventory.Of("arn:aws:iam::1:instance-profile/web"), inventory.Of(""), inventory.Missing[string](checktest.Dark)
	checktest.Run(t, InstancePublicWithProfile, []checktest.Case{
		{Name: "both", Have: have(public, role), Want: []checks.Verdict{checks.Fail}},
		{Name: "public only", Have: have(public, none), Want: []checks.Verdict{checks.Pass}},
		{Name: "role only", Have: have(private, role), Want: []checks.Verdict{checks.Pass}},
		{Name: "private, role hidden", Have: have(private, hidden), Want: []checks.Verdict{checks.Pass}},
		{Name: "public, role hidden", Have: have(public, hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
