package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestFirewallThreatIntel(t *testing.T) {
	const id = "/subscriptions/111122223333/p"
	firewall := func(mode, policy string) inventory.Part {
		return inventory.Rows(network.Firewalls, &network.Firewall{Resource: res("fw"), ThreatIntel: inventory.Of(mode), Policy: inventory.Of(policy)})
	}
	policy := func(mode inventory.Known[string]) inventory.Part {
		return inventory.Rows(network.FirewallPolicies, &network.FirewallPolicy{Resource: inventory.Resource{ID: "p", Full: id}, ThreatIntel: mode})
	}
	checktest.Run(t, FirewallThreatIntel, []checktest.Case{
		{Name: "alert", Have: inventory.Fixture(firewall("Alert", ""), policy(inventory.Of("Off"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(firewall("Off", ""), policy(inventory.Of("Deny"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "the policy's", Have: inventory.Fixture(firewall("Off", id), policy(inventory.Of("Deny"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "off by the policy", Have: inventory.Fixture(firewall("Alert", id), policy(inventory.Of("Off"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "a mode that is not known", Have: inventory.Fixture(firewall("Later", ""), policy(inventory.Of("Off"))), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(firewall("Alert", id), policy(hidden[string]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
