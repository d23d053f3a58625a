package network

import "testing"

func TestSecurityGroups(t *testing.T) {
	const rule = `{"name":"ssh","properties":{"access":"Allow","direction":"Inbound","priority":200,"protocol":"Tcp","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"22"}}`
	const deny = `{"name":"deny","properties":{"access":"Deny","direction":"Inbound","priority":100,"protocol":"*","sourceAddressPrefixes":["1.2.3.0/24","5.6.7.8"],"sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRanges":["22","80-90"]}}`
	const out = `{"name":"out","properties":{"access":"Allow","direction":"Outbound","priority":100,"protocol":"*","sourceAddressPrefix":"*","destinationPortRange":"*"}}`
	got := read(t, SecurityGroups, row("networkSecurityGroups", "good", `{"securityRules":[`+rule+`,`+deny+`,`+out+`],"subnets":[{"id":"/x"}],"networkInterfaces":[{"id":"/y"}]}`)+`,`+
		row("networkSecurityGroups", "empty", `{"securityRules":[]}`)+`,`+
		row("networkSecurityGroups", "bare", `{}`)+`,`+
		row("networkSecurityGroups", "odd", `{"securityRules":[{"name":"x","properties":{"direction":"Inbound"}}]}`))
	is(t, "the rules", got["good"].Rules, "[{deny 100 false * [1.2.3.0/24 5.6.7.8] [*] [*] [22 80-90]} {ssh 200 true tcp [*] [*] [*] [22]}]")
	is(t, "what the group is attached to", got["good"].Attached, "2")
	is(t, "what the group is attached to", got["empty"].Attached, "0")
	is(t, "no rules", got["empty"].Rules, "[]")
	is(t, "an answer without rules", got["bare"].Rules, "?")
	is(t, "a rule without an access", got["odd"].Rules, "?")
}
