package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestDefaultSecurityGroup(t *testing.T) {
	some, none := inventory.Of([]vpc.Rule{{Protocol: "-1", Groups: []string{"sg-1"}}}), inventory.Of[[]vpc.Rule](nil)
	hidden := inventory.Missing[[]vpc.Rule](checktest.Dark)
	have := func(name string, in, out inventory.Known[[]vpc.Rule]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.SecurityGroups, &vpc.SecurityGroup{Resource: inventory.Resource{ID: "sg-1", Name: name}, Inbound: in, Outbound: out}))
	}
	checktest.Run(t, DefaultSecurityGroup, []checktest.Case{
		{Name: "closed", Have: have("default", none, none), Want: []checks.Verdict{checks.Pass}},
		{Name: "members talk", Have: have("default", some, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "way out", Have: have("default", none, some), Want: []checks.Verdict{checks.Fail}},
		{Name: "another", Have: have("web", some, some), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "half hidden", Have: have("default", hidden, none), Want: []checks.Verdict{checks.Unknown}},
		{Name: "half hidden, way out", Have: have("default", hidden, some), Want: []checks.Verdict{checks.Fail}},
	})
}
