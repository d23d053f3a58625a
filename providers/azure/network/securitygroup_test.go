package network

import (
	"strings"
	"testing"
)

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

	// A rule has each of these in one of its forms.
	full := map[string]string{
		"access": `"Allow"`, "direction": `"Inbound"`, "priority": `100`, "protocol": `"Tcp"`, "sourceAddressPrefix": `"*"`,
		"sourcePortRange": `"*"`, "destinationAddressPrefix": `"*"`, "destinationPortRange": `"22"`,
	}
	with := func(without string, more ...string) string {
		for name, v := range full {
			if name != without {
				more = append(more, `"`+name+`":`+v)
			}
		}
		return row("networkSecurityGroups", "g", `{"securityRules":[{"name":"r","properties":{`+strings.Join(more, ",")+`}}]}`)
	}
	for name := range full {
		is(t, "a rule without "+name, read(t, SecurityGroups, with(name))["g"].Rules, "?")
	}
	for name, instead := range map[string]string{
		"sourceAddressPrefix": `"sourceApplicationSecurityGroups":[{"id":"/a"}]`, "destinationAddressPrefix": `"destinationApplicationSecurityGroups":[{"id":"/a"}]`,
		"destinationPortRange": `"destinationPortRanges":["22"]`, "": `"description":"all of it"`,
	} {
		if _, ok := read(t, SecurityGroups, with(name, instead))["g"].Rules.Peek(); !ok {
			t.Errorf("a rule with %s is not read", instead)
		}
	}
}
