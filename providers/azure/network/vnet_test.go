package network

import (
	"strings"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

func TestVirtualNetworks(t *testing.T) {
	rows := row("virtualNetworks", "v", `{"enableDdosProtection":true,"virtualNetworkPeerings":[{"properties":{"remoteVirtualNetwork":{"id":"/subscriptions/HUB/v"}}}],"subnets":[
		{"id":"`+sub+`/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/v/subnets/Web","name":"Web","properties":{"networkSecurityGroup":{"id":"/N"},"delegations":[{"properties":{"serviceName":"Microsoft.Web/serverFarms"}}]}},
		{"id":"`+sub+`/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/v/subnets/db","name":"db","properties":{}}]}`) + `,` +
		row("virtualNetworks", "w", `{"subnets":[]}`)
	nets := read(t, VirtualNetworks, rows+`,`+row("virtualNetworks", "odd", `{"subnets":[{"name":"x"}],"virtualNetworkPeerings":[{"properties":{}}]}`)+`,`+row("virtualNetworks", "bare", `{}`))
	is(t, "the protection", nets["v"].DDoSProtection, "true")
	is(t, "the protection", nets["w"].DDoSProtection, "false")
	is(t, "the peers", nets["v"].Peers, "[/subscriptions/hub/v]")
	is(t, "the subnets", nets["v"].Subnets, "["+base+"virtualnetworks/v/subnets/web "+base+"virtualnetworks/v/subnets/db]")
	is(t, "no subnets", nets["w"].Subnets, "[]")
	is(t, "an answer without subnets", nets["bare"].Subnets, "?")
	is(t, "the protection of an answer without properties", nets["bare"].DDoSProtection, "?")
	is(t, "a subnet without an id", nets["odd"].Subnets, "?")
	is(t, "a peering without a peer", nets["odd"].Peers, "?")

	subnets := read(t, Subnets, rows)
	if len(subnets) != 2 {
		t.Fatal(subnets)
	}
	is(t, "the group", subnets["Web"].SecurityGroup, "/n")
	is(t, "no group", subnets["db"].SecurityGroup, "")

	if all := read(t, Locations, rows); len(all) != 1 || all["westeurope"].Full != sub+"/locations/westeurope" {
		t.Errorf("%v", all)
	}

	// Subnets that the answer does not tell of, and networks that it does not
	// say the place of, are not known not to be.
	for what, odd := range map[string]string{
		"a network without subnets": row("virtualNetworks", "x", `{}`), "a subnet without an id": row("virtualNetworks", "x", `{"subnets":[{"name":"y"}]}`),
	} {
		var gaps inventory.Gaps
		for range Subnets.All(azuretest.Collect(t, `{"rows":[`+odd+`]}`, Subnets), &gaps) {
		}
		if len(gaps) != 1 {
			t.Error(what, gaps)
		}
	}
	var gaps inventory.Gaps
	for range Locations.All(azuretest.Collect(t, `{"rows":[`+strings.Replace(row("virtualNetworks", "x", `{}`), `"location":"westeurope",`, "", 1)+`]}`, Locations), &gaps) {
	}
	if len(gaps) != 1 {
		t.Error("a network without a location", gaps)
	}
}
