package network

import "testing"

func TestApplicationGateways(t *testing.T) {
	listener := func(name, protocol, policy string) string {
		return `{"id":"/L/` + name + `","name":"` + name + `","properties":{"protocol":"` + protocol + `"` + policy + `}}`
	}
	rule := func(listener, more string) string {
		return `{"properties":{"httpListener":{"id":"/l/` + listener + `"}` + more + `}}`
	}
	got := read(t, ApplicationGateways,
		row("applicationGateways", "good", `{"sku":{"name":"WAF_v2","tier":"WAF_v2"},"sslPolicy":{"policyType":"Predefined","policyName":"AppGwSslPolicy20220101"},"enableHttp2":true,"firewallPolicy":{"id":"/P"},
			"httpListeners":[`+listener("plain", "Http", "")+`,`+listener("paths", "Http", "")+`,`+listener("tls", "Https", `,"firewallPolicy":{"id":"/Q"}`)+`],
			"requestRoutingRules":[`+rule("plain", `,"redirectConfiguration":{"id":"/R"}`)+`,`+rule("paths", `,"urlPathMap":{"id":"/M"}`)+`,`+rule("tls", "")+`],
			"urlPathMaps":[{"id":"/m","properties":{"defaultRedirectConfiguration":{"id":"/R"},"pathRules":[{"properties":{"backendAddressPool":{"id":"/b"}}}]}}],
			"redirectConfigurations":[{"id":"/r","properties":{"targetListener":{"id":"/L/tls"}}}],
			"backendHttpSettingsCollection":[{"name":"b","properties":{"protocol":"Https"}}]}`)+`,`+
			row("applicationGateways", "old", `{"sku":{"name":"WAF_Medium","tier":"WAF"},"sslPolicy":{"disabledSslProtocols":["TLSv1_0"]},"webApplicationFirewallConfiguration":{"enabled":true,"firewallMode":"Detection","requestBodyCheck":true},"httpListeners":[`+listener("l", "Http", "")+`],"requestRoutingRules":[`+rule("l", "")+`]}`)+`,`+
			row("applicationGateways", "custom", `{"sslPolicy":{"policyType":"CustomV2","minProtocolVersion":"TLSv1_3"}}`)+`,`+
			row("applicationGateways", "default", `{"defaultPredefinedSslPolicy":"AppGwSslPolicy20150501"}`)+`,`+
			row("applicationGateways", "bare", `{}`))
	good, old, bare := got["good"], got["old"], got["bare"]
	is(t, "the tier", good.Tier, "WAF_v2")
	is(t, "the version", good.MinimumTLS, "TLSv1_2")
	is(t, "HTTP/2", good.HTTP2, "true")
	is(t, "the policies", good.WAFPolicies, "[/p /q]")
	is(t, "the unguarded", good.Unguarded, "[]")
	is(t, "the listeners", good.Listeners, "[{plain http true} {paths http false} {tls https false}]")
	is(t, "the backends", good.Backends, "[{b https}]")
	is(t, "the version", old.MinimumTLS, "TLSv1_1")
	is(t, "the unguarded", old.Unguarded, "[l]")
	w, _ := old.WAF.Peek()
	is(t, "its own firewall", w.Enabled, "true")
	is(t, "its mode", w.Prevention, "false")
	is(t, "the version", got["custom"].MinimumTLS, "TLSv1_3")
	is(t, "the version", got["default"].MinimumTLS, "TLSv1_0")
	is(t, "the version", bare.MinimumTLS, "?")
	is(t, "HTTP/2", bare.HTTP2, "false")
	is(t, "the listeners", bare.Listeners, "?")
}

func TestWAFPolicies(t *testing.T) {
	got := read(t, WAFPolicies, row("applicationGatewayWebApplicationFirewallPolicies", "p", `{"policySettings":{"state":"Enabled","mode":"Prevention","requestBodyCheck":false},"managedRules":{"managedRuleSets":[{"ruleSetType":"OWASP"}]}}`)+`,`+
		row("applicationGatewayWebApplicationFirewallPolicies", "bare", `{}`))
	is(t, "the state", got["p"].Settings.Enabled, "true")
	is(t, "the mode", got["p"].Settings.Prevention, "true")
	is(t, "the bodies", got["p"].Settings.RequestBody, "false")
	is(t, "the rule sets", got["p"].RuleSets, "[OWASP]")
	is(t, "the state", got["bare"].Settings.Enabled, "?")
	is(t, "the rule sets", got["bare"].RuleSets, "?")
}

func TestVPNGateways(t *testing.T) {
	got := read(t, VPNGateways, row("virtualNetworkGateways", "g", `{"gatewayType":"Vpn","sku":{"name":"VpnGw1AZ"},"vpnClientConfiguration":{"vpnClientAddressPool":{"addressPrefixes":["172.16.0.0/24"]},"vpnAuthenticationTypes":["AAD"]}}`)+`,`+
		row("virtualNetworkGateways", "sites", `{"gatewayType":"Vpn"}`)+`,`+
		row("virtualNetworkGateways", "old", `{"gatewayType":"Vpn","vpnClientConfiguration":{"vpnClientAddressPool":{"addressPrefixes":["172.16.0.0/24"]}}}`))
	is(t, "the clients", got["g"].PointToSite, "true")
	is(t, "their login", got["g"].Authentication, "[AAD]")
	is(t, "the SKU", got["g"].SKU, "VpnGw1AZ")
	is(t, "the clients", got["sites"].PointToSite, "false")
	is(t, "the clients", got["old"].PointToSite, "true")
	is(t, "their login", got["old"].Authentication, "?")
}
