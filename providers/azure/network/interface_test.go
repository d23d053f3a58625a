package network

import "testing"

func TestInterfaces(t *testing.T) {
	got := read(t, Interfaces, row("networkInterfaces", "n", `{"enableIPForwarding":true,"networkSecurityGroup":{"id":"/N"},"virtualMachine":{"id":"/VM"},"ipConfigurations":[
		{"properties":{"subnet":{"id":"/S"},"publicIPAddress":{"id":"/P"},"loadBalancerInboundNatRules":[{"id":"/R"}]}},{"properties":{"subnet":{"id":"/S"}}}]}`)+`,`+
		row("networkInterfaces", "plain", `{"ipConfigurations":[{"properties":{"subnet":{"id":"/S"}}}]}`)+`,`+
		row("networkInterfaces", "refs", `{"networkSecurityGroup":{},"virtualMachine":{},"ipConfigurations":[{"properties":{"publicIPAddress":{},"subnet":{},"loadBalancerInboundNatRules":[{}]}}]}`)+`,`+
		row("networkInterfaces", "nowhere", `{"ipConfigurations":[{"properties":{}}]}`)+`,`+
		row("networkInterfaces", "odd", `{"ipConfigurations":[{"name":"primary"}]}`)+`,`+
		row("networkInterfaces", "bare", `{}`))
	n, plain, bare := got["n"], got["plain"], got["bare"]
	is(t, "forwarding", n.Forwarding, "true")
	is(t, "the group", n.SecurityGroup, "/n")
	is(t, "the machine", n.Machine, "/vm")
	is(t, "the addresses", n.PublicIPs, "[/p]")
	is(t, "the subnets", n.Subnets, "[/s /s]")
	is(t, "the rules", n.NATRules, "[/r]")
	is(t, "forwarding", bare.Forwarding, "?")
	is(t, "no machine", plain.Machine, "")
	is(t, "no group", plain.SecurityGroup, "")
	is(t, "no address", plain.PublicIPs, "[]")
	is(t, "the machine of an answer without properties", bare.Machine, "?")
	is(t, "an answer without configurations", bare.PublicIPs, "?")
	for what, r := range map[string]*Interface{"references without ids": got["refs"], "a configuration without properties": got["odd"]} {
		is(t, what+", the addresses", r.PublicIPs, "?")
		is(t, what+", the subnets", r.Subnets, "?")
		is(t, what+", the rules", r.NATRules, "?")
	}
	is(t, "a machine without an id", got["refs"].Machine, "?")
	is(t, "a group without an id", got["refs"].SecurityGroup, "?")
	is(t, "an interface without a subnet", got["nowhere"].Subnets, "?")

	ips := read(t, PublicIPs, row("publicIPAddresses", "a", `{"ipConfiguration":{"id":"/C"},"dnsSettings":{"domainNameLabel":"Shop"}}`)+`,`+row("publicIPAddresses", "b", `{}`))
	is(t, "the SKU", ips["a"].SKU, "Standard")
	is(t, "attached", ips["a"].Attached, "true")
	is(t, "the label", ips["a"].DNSLabel, "shop")
	is(t, "attached", ips["b"].Attached, "false")
}
