package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestSecurityGroupSSH(t *testing.T) {
	group := func(rules ...network.Rule) inventory.Part {
		return inventory.Rows(network.SecurityGroups, &network.SecurityGroup{Resource: res("nsg"), Rules: inventory.Of(rules), Attached: inventory.Of(1)})
	}
	rule := func(priority int, allow bool, protocol, source, port string) network.Rule {
		return network.Rule{
			Name: "r", Priority: priority, Allow: allow, Protocol: protocol, Sources: []string{source},
			SourcePorts: []string{"*"}, Destinations: []string{"*"}, Ports: []string{port},
		}
	}
	checktest.Run(t, SecurityGroupSSH, []checktest.Case{
		{Name: "open", Have: inventory.Fixture(group(rule(100, true, "tcp", "*", "20-30"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "the service tag", Have: inventory.Fixture(group(rule(100, true, "*", "Internet", "0-65535"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "one office", Have: inventory.Fixture(group(rule(100, true, "tcp", "198.51.100.0/24", "20-30"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "no rule of its own", Have: inventory.Fixture(group()), Want: []checks.Verdict{checks.Pass}},
		{Name: "denied before", Have: inventory.Fixture(group(rule(100, false, "*", "*", "*"), rule(110, true, "tcp", "*", "20-30"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "denied after", Have: inventory.Fixture(group(rule(100, true, "tcp", "*", "20-30"), rule(110, false, "*", "*", "*"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "attached to nothing", Have: inventory.Fixture(inventory.Rows(network.SecurityGroups, &network.SecurityGroup{Resource: res("nsg"), Rules: inventory.Of([]network.Rule{rule(100, true, "*", "0.0.0.0/0", "*")}), Attached: inventory.Of(0)})), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.SecurityGroups, &network.SecurityGroup{Resource: res("nsg"), Rules: hidden[[]network.Rule](), Attached: inventory.Of(1)})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unlisted", Have: inventory.Fixture(inventory.Unlisted(network.SecurityGroups, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "halves of the internet", Have: inventory.Fixture(group(rule(100, true, "tcp", "0.0.0.0/1", "22"), rule(110, true, "tcp", "128.0.0.0/1", "22"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "denied for UDP only", Have: inventory.Fixture(group(rule(100, false, "udp", "*", "*"), rule(110, true, "*", "*", "*"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "denied to some of the sources", Have: inventory.Fixture(group(rule(100, false, "tcp", "198.51.100.0/24", "22"), rule(110, true, "tcp", "*", "22"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "another port", Have: inventory.Fixture(group(rule(100, true, "tcp", "*", "443"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "UDP", Have: inventory.Fixture(group(rule(100, true, "udp", "*", "22"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "private addresses", Have: inventory.Fixture(group(rule(100, true, "tcp", "10.0.0.0/8", "22"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "another service tag", Have: inventory.Fixture(group(rule(100, true, "tcp", "VirtualNetwork", "22"))), Want: []checks.Verdict{checks.Pass}},
	})
}
