package network

import "testing"

func TestInterfaces(t *testing.T) {
	got := read(t, Interfaces, row("networkInterfaces", "n", `{"enableIPForwarding":true,"networkSecurityGroup":{"id":"/N"},"virtualMachine":{"id":"/VM"},"ipConfigurations":[
		{"properties":{"subnet":{"id":"/S"},"publicIPAddress":{"id":"/P"},"loadBalancerInboundNatRules":[{"id":"/R"}]}},{"properties":{"subnet":{"id":"/S"}}}]}`)+`,`+
		row("networkInterfaces", "bare", `{}`))
	n, bare := got["n"], got["bare"]
	is(t, "forwarding", n.Forwarding, "true")
	is(t, "the group", n.SecurityGroup, "/n")
	is(t, "the machine", n.Machine, "/vm")
	is(t, "the addresses", n.PublicIPs, "[/p]")
	is(t, "the subnets", n.Subnets, "[/s /s]")
	is(t, "the rules", n.NATRules, "[/r]")
	is(t, "forwarding", bare.Forwarding, "?")
	is(t, "no machine", bare.Machine, "")
	is(t, "an answer without configurations", bare.PublicIPs, "?")

	ips := read(t, PublicIPs, row("publicIPAddresses", "a", `{"ipConfiguration":{"id":"/C"},"dnsSettings":{"domainNameLabel":"Shop"}}`)+`,`+row("publicIPAddresses", "b", `{}`))
	is(t, "the SKU", ips["a"].SKU, "Standard")
	is(t, "attached", ips["a"].Attached, "true")
	is(t, "the label", ips["a"].DNSLabel, "shop")
	is(t, "attached", ips["b"].Attached, "false")
}
