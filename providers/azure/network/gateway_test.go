package network

import (
	"fmt"
	"testing"

	"demarc/providers/inventory"
)

// listeners compares a gateway's listeners: the name, the protocol, whether
// they lead to HTTPS, the least version of TLS.
func listeners(t *testing.T, g *ApplicationGateway, want ...string) {
	t.Helper()
	all, ok := g.Listeners.Peek()
	if !ok || len(all) != len(want) {
		t.Fatalf("%d listeners of %s, want %d", len(all), g.ID, len(want))
	}
	for i, l := range all {
		if got := fmt.Sprint(l.Name, " ", word(l.Protocol), " ", word(l.ToHTTPS), " ", word(l.MinimumTLS)); got != want[i] {
			t.Errorf("a listener of %s is %q, want %q", g.ID, got, want[i])
		}
	}
}

func word[V any](k inventory.Known[V]) string {
	if v, ok := k.Peek(); ok {
		return fmt.Sprint(v)
	}
	return "?"
}

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
			row("applicationGateways", "custom", `{"sslPolicy":{"policyType":"CustomV2","minProtocolVersion":"TLSv1_3"},"httpListeners":[`+listener("l", "Https", "")+`]}`)+`,`+
			row("applicationGateways", "default", `{"defaultPredefinedSslPolicy":"AppGwSslPolicy20150501","httpListeners":[`+listener("l", "Https", "")+`]}`)+`,`+
			row("applicationGateways", "bare", `{}`))
	good, old, bare := got["good"], got["old"], got["bare"]
	is(t, "the tier", good.Tier, "WAF_v2")
	is(t, "HTTP/2", good.HTTP2, "true")
	is(t, "the policies", good.WAFPolicies, "[/p /q]")
	is(t, "the unguarded", good.Unguarded, "[]")
	listeners(t, good, "plain http true TLSv1_2", "paths http false TLSv1_2", "tls https false TLSv1_2")
	backends, _ := good.Backends.Peek()
	is(t, "the backends", backends[0].Protocol, "https")
	listeners(t, old, "l http false TLSv1_1")
	is(t, "the unguarded", old.Unguarded, "[l]")
	w, _ := old.WAF.Peek()
	is(t, "its own firewall", w.Enabled, "true")
	is(t, "its mode", w.Prevention, "false")
	listeners(t, got["custom"], "l https ? TLSv1_3")
	listeners(t, got["default"], "l https ? TLSv1_0")
	is(t, "HTTP/2", bare.HTTP2, "false")
	is(t, "the listeners", bare.Listeners, "?")
}

// What a gateway answers in part is not known: the part that is left out might
// be the one that serves in the clear.
func TestSparseGateways(t *testing.T) {
	const l, s = `{"id":"/L","name":"l","properties":{"protocol":"Http"}}`, `{"id":"/S","name":"s","properties":{"protocol":"Https"}}`
	const rule = `{"properties":{"httpListener":{"id":"/L"},"redirectConfiguration":{"id":"/R"}}}`
	const mapped = `{"properties":{"httpListener":{"id":"/L"},"urlPathMap":{"id":"/M"}}}`
	const redirect = `{"id":"/R","properties":{"targetListener":{"id":"/S"}}}`
	for _, tc := range []struct{ name, properties, want string }{
		{"whole", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[` + rule + `],"redirectConfigurations":[` + redirect + `]`, "true"},
		{"without rules", `"httpListeners":[` + l + `,` + s + `],"redirectConfigurations":[` + redirect + `]`, "?"},
		{"a rule without its listener", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[` + rule + `,{"properties":{}}],"redirectConfigurations":[` + redirect + `]`, "?"},
		{"a rule without properties", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[{}],"redirectConfigurations":[` + redirect + `]`, "?"},
		{"a redirection without its id", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[` + rule + `],"redirectConfigurations":[{"properties":{"targetListener":{"id":"/S"}}}]`, "?"},
		{"a rule to a backend beside a redirection without its id", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[{"properties":{"httpListener":{"id":"/L"}}}],"redirectConfigurations":[{"properties":{"targetListener":{"id":"/S"}}}]`, "false"},
		{"a redirection without its target", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[` + rule + `],"redirectConfigurations":[{"id":"/R"}]`, "?"},
		{"a target without its protocol", `"httpListeners":[` + l + `,{"id":"/S","properties":{}}],"requestRoutingRules":[` + rule + `],"redirectConfigurations":[` + redirect + `]`, "?"},
		{"an address", `"httpListeners":[` + l + `],"requestRoutingRules":[` + rule + `],"redirectConfigurations":[{"id":"/R","properties":{"targetUrl":"https://x"}}]`, "true"},
		{"a map of paths", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[` + mapped + `],"redirectConfigurations":[` + redirect + `],"urlPathMaps":[{"id":"/M","properties":{"defaultRedirectConfiguration":{"id":"/R"},"pathRules":[{"properties":{"redirectConfiguration":{"id":"/R"}}}]}}]`, "true"},
		{"a map without its paths", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[` + mapped + `],"redirectConfigurations":[` + redirect + `],"urlPathMaps":[{"id":"/M","properties":{"defaultRedirectConfiguration":{"id":"/R"}}}]`, "?"},
		{"a path without properties", `"httpListeners":[` + l + `,` + s + `],"requestRoutingRules":[` + mapped + `],"redirectConfigurations":[` + redirect + `],"urlPathMaps":[{"id":"/M","properties":{"defaultRedirectConfiguration":{"id":"/R"},"pathRules":[{}]}}]`, "?"},
		{"a listener without its id", `"httpListeners":[{"name":"l","properties":{"protocol":"Http"}}],"requestRoutingRules":[` + rule + `]`, "?"},
	} {
		g := read(t, ApplicationGateways, row("applicationGateways", "g", `{`+tc.properties+`}`))["g"]
		all, _ := g.Listeners.Peek()
		is(t, tc.name, all[0].ToHTTPS, tc.want)
	}
	got := read(t, ApplicationGateways, row("applicationGateways", "bare", `{"httpListeners":[{"id":"/L","name":"l"}],"backendHttpSettingsCollection":[{"name":"b"}]}`)+`,`+
		row("applicationGateways", "refs", `{"firewallPolicy":{},"httpListeners":[`+l+`]}`)+`,`+
		row("applicationGateways", "paths", `{"firewallPolicy":{"id":"/P"},"httpListeners":[`+l+`],"urlPathMaps":[{"properties":{"pathRules":[{"properties":{"firewallPolicy":{"id":"/Q"}}}]}}]}`)+`,`+
		row("applicationGateways", "profiles", `{"sslPolicy":{"policyType":"Predefined","policyName":"AppGwSslPolicy20220101"},"sslProfiles":[{"id":"/OLD","properties":{"sslPolicy":{"policyType":"Custom","minProtocolVersion":"TLSv1_0"}}},{"id":"/MTLS","properties":{}}],
			"httpListeners":[{"id":"/A","name":"a","properties":{"protocol":"Https","sslProfile":{"id":"/old"}}},{"id":"/B","name":"b","properties":{"protocol":"Https","sslProfile":{"id":"/mtls"}}},{"id":"/C","name":"c","properties":{"protocol":"Https","sslProfile":{"id":"/lost"}}}],
			"listeners":[{"id":"/T","name":"t","properties":{"protocol":"Tls"}}],"requestRoutingRules":[]}`))
	listeners(t, got["bare"], "l ? ? ?")
	is(t, "the policies of a listener without properties", got["bare"].WAFPolicies, "?")
	is(t, "the unguarded, where it is not known which are", got["bare"].Unguarded, "?")
	is(t, "a reference without an id", got["refs"].WAFPolicies, "?")
	is(t, "the policies of paths", got["paths"].WAFPolicies, "[/p /q]")
	is(t, "the unguarded", got["paths"].Unguarded, "[]")
	listeners(t, got["profiles"], "a https true TLSv1_0", "b https true TLSv1_2", "c https true ?", "t tls false TLSv1_2")
	backends, _ := got["bare"].Backends.Peek()
	is(t, "the protocol of a backend without properties", backends[0].Protocol, "?")
}

func TestWAFPolicies(t *testing.T) {
	got := read(t, WAFPolicies, row("applicationGatewayWebApplicationFirewallPolicies", "p", `{"policySettings":{"state":"Enabled","mode":"Prevention","requestBodyCheck":false},"managedRules":{"managedRuleSets":[{"ruleSetType":"OWASP"}]}}`)+`,`+
		row("applicationGatewayWebApplicationFirewallPolicies", "odd", `{"managedRules":{"managedRuleSets":[{}]}}`)+`,`+
		row("applicationGatewayWebApplicationFirewallPolicies", "bare", `{}`))
	is(t, "a rule set without its type", got["odd"].RuleSets, "?")
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
		row("virtualNetworkGateways", "bare", `{}`)+`,`+
		row("virtualNetworkGateways", "old", `{"gatewayType":"Vpn","vpnClientConfiguration":{"vpnClientAddressPool":{"addressPrefixes":["172.16.0.0/24"]}}}`))
	is(t, "the clients", got["g"].PointToSite, "true")
	is(t, "their login", got["g"].Authentication, "[AAD]")
	is(t, "the SKU", got["g"].SKU, "VpnGw1AZ")
	is(t, "the clients", got["sites"].PointToSite, "false")
	is(t, "the clients", got["bare"].PointToSite, "?")
	is(t, "the clients", got["old"].PointToSite, "true")
	is(t, "their login", got["old"].Authentication, "?")
}
