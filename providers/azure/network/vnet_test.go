package network

import "testing"

func TestVirtualNetworks(t *testing.T) {
	rows := row("virtualNetworks", "v", `{"enableDdosProtection":true,"virtualNetworkPeerings":[{"properties":{"remoteVirtualNetwork":{"id":"/subscriptions/HUB/v"}}}],"subnets":[
		{"id":"`+sub+`/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/v/subnets/Web","name":"Web","properties":{"networkSecurityGroup":{"id":"/N"},"delegations":[{"properties":{"serviceName":"Microsoft.Web/serverFarms"}}]}},
		{"id":"`+sub+`/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/v/subnets/db","name":"db","properties":{}}]}`) + `,` +
		row("virtualNetworks", "w", `{"subnets":[]}`) + `,` + row("virtualNetworks", "bare", `{}`)
	nets := read(t, VirtualNetworks, rows)
	is(t, "the protection", nets["v"].DDoSProtection, "true")
	is(t, "the protection", nets["w"].DDoSProtection, "false")
	is(t, "the peers", nets["v"].Peers, "[/subscriptions/hub/v]")
	is(t, "the subnets", nets["v"].Subnets, "["+base+"virtualnetworks/v/subnets/web "+base+"virtualnetworks/v/subnets/db]")
	is(t, "no subnets", nets["w"].Subnets, "[]")
	is(t, "an answer without subnets", nets["bare"].Subnets, "?")

	subnets := read(t, Subnets, rows)
	if len(subnets) != 2 {
		t.Fatal(subnets)
	}
	is(t, "the group", subnets["Web"].SecurityGroup, "/n")
	is(t, "no group", subnets["db"].SecurityGroup, "")

	if all := read(t, Locations, rows); len(all) != 1 || all["westeurope"].Full != sub+"/locations/westeurope" {
		t.Errorf("%v", all)
	}
}
