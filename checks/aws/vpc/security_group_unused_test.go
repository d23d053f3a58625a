package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestSecurityGroupUnused(t *testing.T) {
	own := &vpc.SecurityGroup{Resource: res("sg-1"), Inbound: inventory.Of([]vpc.Rule{{Groups: []string{"sg-1"}}}), Outbound: inventory.Of[[]vpc.Rule](nil)}
	other := func(groups ...string) *vpc.SecurityGroup {
		return &vpc.SecurityGroup{Resource: inventory.Resource{ID: "sg-2", Name: "default"}, Inbound: inventory.Of([]vpc.Rule{{Groups: groups}}), Outbound: inventory.Of[[]vpc.Rule](nil)}
	}
	nic := func(groups inventory.Known[[]string]) inventory.Part {
		return inventory.Rows(vpc.NetworkInterfaces, &vpc.NetworkInterface{Resource: res("eni-1"), Groups: groups})
	}
	has, none := inventory.Of([]string{"sg-1"}), inventory.Of[[]string](nil)
	checktest.Run(t, SecurityGroupUnused, []checktest.Case{
		{Name: "on an interface", Have: inventory.Fixture(inventory.Rows(vpc.SecurityGroups, own), nic(has)), Want: []checks.Verdict{checks.Pass}},
		{Name: "named by itself only", Have: inventory.Fixture(inventory.Rows(vpc.SecurityGroups, own), nic(none)), Want: []checks.Verdict{checks.Fail}},
		{Name: "named by another", Have: inventory.Fixture(inventory.Rows(vpc.SecurityGroups, own, other("sg-1")), nic(none)), Want: []checks.Verdict{checks.Pass, checks.NotApplicable}},
		{Name: "an interface hides its groups", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(inventory.Rows(vpc.SecurityGroups, own),
			nic(inventory.Missing[[]string](checktest.Dark)))},
		{Name: "interfaces of another region hidden", Want: []checks.Verdict{checks.Fail}, Have: inventory.Fixture(inventory.Rows(vpc.SecurityGroups, own),
			inventory.Unlisted(vpc.NetworkInterfaces, "eu-west-1", checktest.Dark))},
	})
}
