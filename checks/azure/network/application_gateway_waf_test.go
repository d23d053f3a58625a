package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestApplicationGatewayWAF(t *testing.T) {
	gateway := func(tier string, own network.WAFSettings, policies ...string) inventory.Part {
		return inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{
			Resource: res("agw"), Tier: inventory.Of(tier), WAF: inventory.Of(own), WAFPolicies: inventory.Of(policies), Unguarded: inventory.Of([]string{}),
		})
	}
	of := func(on bool) network.WAFSettings {
		return network.WAFSettings{Enabled: inventory.Of(on), Prevention: inventory.Of(on), RequestBody: inventory.Of(on)}
	}
	const id = "/subscriptions/111122223333/resourcegroups/g/providers/microsoft.network/applicationgatewaywebapplicationfirewallpolicies/p"
	policy := func(s network.WAFSettings, sets ...string) inventory.Part {
		return inventory.Rows(network.WAFPolicies, &network.WAFPolicy{Resource: inventory.Resource{ID: "p", Full: id}, Settings: s, RuleSets: inventory.Of(sets)})
	}
	none := inventory.Rows(network.WAFPolicies)
	checktest.Run(t, ApplicationGatewayWAF, []checktest.Case{
		{Name: "a policy that is on", Have: inventory.Fixture(gateway("WAF_v2", of(false), id), policy(of(true))), Want: []checks.Verdict{checks.Pass}},
		{Name: "a policy that is off", Have: inventory.Fixture(gateway("WAF_v2", of(false), id), policy(of(false))), Want: []checks.Verdict{checks.Fail}},
		{Name: "settings of its own", Have: inventory.Fixture(gateway("WAF", of(true)), none), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(gateway("WAF_v2", of(false)), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "no such tier", Have: inventory.Fixture(gateway("Standard_v2", of(false)), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "the policy unlisted", Have: inventory.Fixture(gateway("WAF_v2", of(false), id), inventory.Unlisted(network.WAFPolicies, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the policy in another subscription", Have: inventory.Fixture(gateway("WAF_v2", of(false), "/subscriptions/other/p"), none), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a bare listener", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: res("agw"), Tier: inventory.Of("WAF_v2"), WAF: inventory.Of(of(false)), WAFPolicies: inventory.Of([]string{id}), Unguarded: inventory.Of([]string{"l"})}), policy(of(true))), Want: []checks.Verdict{checks.Fail}},
	})
}
