package network

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

// A bastion of another subscription is found and gets no finding.
func TestBastionHosts(t *testing.T) {
	const other = "00000000-0000-0000-0000-00000000bbbb"
	properties := `{"enableShareableLink":true,"ipConfigurations":[{"properties":{"subnet":{"id":"/subscriptions/S/providers/Microsoft.Network/virtualNetworks/Hub/subnets/AzureBastionSubnet"}}}]}`
	inv := azuretest.Collect(t, `{"rows":[`+row("bastionHosts", "own", properties)+`,`+rowOf(other, "bastionHosts", "hub", `{"virtualNetwork":{"id":"/V"}}`)+`]}`, BastionHosts)
	var gaps inventory.Gaps
	all, own := map[string]*BastionHost{}, 0
	for b := range BastionHosts.All(inv, &gaps) {
		all[b.ID] = b
	}
	for range BastionHosts.Own(inv, &gaps) {
		own++
	}
	if len(all) != 2 || own != 1 || len(gaps) > 0 {
		t.Fatal(all, own, gaps)
	}
	is(t, "the networks", all["own"].Networks, "[/subscriptions/s/providers/microsoft.network/virtualnetworks/hub]")
	is(t, "the links", all["own"].ShareableLinks, "true")
	is(t, "the networks", all["hub"].Networks, "[/v]")
	is(t, "the links", all["hub"].ShareableLinks, "false")
	is(t, "what is in another subscription", Find(inv, BastionHosts, azuretest.Subscription, "/subscriptions/x/b"), "?")
	if g, _ := Find(inv, BastionHosts, azuretest.Subscription, "/subscriptions/x/b").Gap(); g.Reason != inventory.OtherAccount {
		t.Error(g)
	}
}

func TestSparseBastionHosts(t *testing.T) {
	got := read(t, BastionHosts, row("bastionHosts", "plain", `{"virtualNetwork":{"id":"/V"}}`)+`,`+row("bastionHosts", "odd", `{"ipConfigurations":[{"properties":{}}]}`)+`,`+row("bastionHosts", "bare", `{}`))
	is(t, "links that were never set", got["plain"].ShareableLinks, "false")
	is(t, "the networks of a configuration without a subnet", got["odd"].Networks, "?")
	is(t, "the links of an answer without properties", got["bare"].ShareableLinks, "?")
	is(t, "the networks of an answer without properties", got["bare"].Networks, "?")
}

func TestBalancers(t *testing.T) {
	is(t, "the SKU", read(t, LoadBalancers, row("loadBalancers", "l", `{}`))["l"].SKU, "Standard")
	endpoints := read(t, PrivateEndpoints, row("privateEndpoints", "e", `{"privateLinkServiceConnections":[{"properties":{"privateLinkServiceConnectionState":{"status":"Approved"}}}],"manualPrivateLinkServiceConnections":[{"properties":{"privateLinkServiceConnectionState":{"status":"Pending"}}}]}`)+`,`+
		row("privateEndpoints", "one", `{"privateLinkServiceConnections":[{"properties":{"privateLinkServiceConnectionState":{"status":"Approved"}}}]}`)+`,`+
		row("privateEndpoints", "none", `{"privateLinkServiceConnections":[]}`)+`,`+
		row("privateEndpoints", "odd", `{"privateLinkServiceConnections":[{"properties":{}}]}`))
	is(t, "the states", endpoints["one"].States, "[Approved]")
	is(t, "an endpoint without connections", endpoints["none"].States, "?")
	is(t, "the states", endpoints["e"].States, "[Approved Pending]")
	is(t, "a connection without a state", endpoints["odd"].States, "?")
	walls := read(t, Firewalls, row("azureFirewalls", "f", `{"threatIntelMode":"Alert","firewallPolicy":{"id":"/P"}}`)+`,`+row("azureFirewalls", "plain", `{"threatIntelMode":"Alert"}`)+`,`+row("azureFirewalls", "odd", `{"threatIntelMode":"Alert","firewallPolicy":{}}`))
	is(t, "no policy", walls["plain"].Policy, "")
	is(t, "a policy without an id", walls["odd"].Policy, "?")
	is(t, "the mode", walls["f"].ThreatIntel, "Alert")
	is(t, "the policy", walls["f"].Policy, "/p")
	is(t, "the mode", read(t, FirewallPolicies, row("firewallPolicies", "p", `{"threatIntelMode":"Off"}`))["p"].ThreatIntel, "Off")
}
