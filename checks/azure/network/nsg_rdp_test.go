package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestSecurityGroupRDP(t *testing.T) {
	group := func(rules ...network.Rule) inventory.Part {
		return inventory.Rows(network.SecurityGroups, &network.SecurityGroup{Resource: res("nsg"), Rules: inventory.Of(rules), Attached: inventory.Of(1)})
	}
	rule := func(priority int, allow bool, protocol, source, port string) network.Rule {
		return network.Rule{
			Name: "r", Priority: priority, Allow: allow, Protocol: protocol, Sources: []string{source},
			SourcePorts: []string{"*"}, Destinations: []string{"*"}, Ports: []string{port},
		}
	}
	checktest.Run(t, SecurityGroupRDP, []checktest.Case{
		{Name: "open", Have: inventory.Fixture(group(rule(100, true, "tcp", "*", "3389"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "the service tag", Have: inventory.Fixture(group(rule(100, true, "*", "Internet", "0-65535"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "one office", Have: inventory.Fixture(group(rule(100, true, "tcp", "198.51.100.0/24", "3389"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "no rule of its own", Have: inventory.Fixture(group()), Want: []checks.Verdict{checks.Pass}},
		{Name: "denied before", Have: inventory.Fixture(group(rule(100, false, "*", "*", "*"), rule(110, true, "tcp", "*", "3389"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "denied after", Have: inventory.Fixture(group(rule(100, true, "tcp", "*", "3389"), rule(110, false, "*", "*", "*"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "attached to nothing", Have: inventory.Fixture(inventory.Rows(network.SecurityGroups, &network.SecurityGroup{Resource: res("nsg"), Rules: inventory.Of([]network.Rule{rule(100, true, "*", "0.0.0.0/0", "*")}), Attached: inventory.Of(0)})), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.SecurityGroups, &network.SecurityGroup{Resource: res("nsg"), Rules: hidden[[]network.Rule](), Attached: inventory.Of(1)})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unlisted", Have: inventory.Fixture(inventory.Unlisted(network.SecurityGroups, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
