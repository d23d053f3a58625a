package appservice

import (
	"encoding/json"
	"testing"

	"demarc/providers/inventory"
)

// Resource Graph has the configuration of one site whole and of another in
// part; a third is refused.
func TestSiteConfig(t *testing.T) {
	const config = `"MinTlsVersion":"1.2","FtpsState":"FtpsOnly","Http20Enabled":true,"RemoteDebuggingEnabled":false,"LinuxFxVersion":"NODE|22","Cors":{"AllowedOrigins":["*"]},"ScmMinTlsVersion":"1.0"`
	d := `{"rows":[` + row("microsoft.web/sites", "graph", `{}`) + `,` + row("microsoft.web/sites", "part", `{}`) + `,` + row("microsoft.web/sites", "refused", `{}`) + `,
		` + row("microsoft.web/sites/config", "graph/config/web", `{`+config+`,"IpSecurityRestrictions":[{"IpAddress":"Any","Action":"Allow","Priority":1}]}`) + `,
		` + row("microsoft.web/sites/config", "part/config/web", `{"MinTlsVersion":"1.0"}`) + `],
		"get":{"` + base + `part/config/web":{"properties":{"minTlsVersion":"1.1","ftpsState":"AllAllowed","cors":{"supportCredentials":true,"allowedOrigins":null},"ipSecurityRestrictions":[{"ipAddress":"203.0.113.0/24","action":"Allow","priority":1}]}}},
		"refused":{"` + base + `refused/config/web":"403 AuthorizationFailed"}}`
	got, _ := read(t, d, SiteConfig)
	graph, ok := got["graph"].Config.Peek()
	if !ok {
		t.Fatal(got["graph"].Config.Gap())
	}
	is(t, "the version", graph.MinimumTLS, "1.2")
	is(t, "the version of the endpoint", graph.ScmMinimumTLS, "1.0")
	is(t, "FTP", graph.FTP, "FtpsOnly")
	is(t, "HTTP/2", graph.HTTP2, "true")
	is(t, "debugging", graph.RemoteDebugging, "false")
	is(t, "the runtime", graph.LinuxFx, "NODE|22")
	is(t, "the origins", graph.Origins, "[*]")
	is(t, "open", graph.OpenToAll, "true")
	part, _ := got["part"].Config.Peek()
	is(t, "the version", part.MinimumTLS, "1.1")
	is(t, "FTP", part.FTP, "AllAllowed")
	is(t, "HTTP/2", part.HTTP2, "?")
	is(t, "the runtime", part.LinuxFx, "")
	is(t, "the origins of a site that names none", part.Origins, "[]")
	is(t, "open", part.OpenToAll, "false")
	if g, hidden := got["refused"].Config.Gap(); !hidden || g.Reason != inventory.Denied {
		t.Error(g)
	}
}

func TestOrigins(t *testing.T) {
	for body, want := range map[string]string{`{}`: "[]", `{"cors":null}`: "[]", `{"cors":{}}`: "?", `{"cors":{"allowedOrigins":[]}}`: "[]", `{"cors":{"allowedOrigins":["*"]}}`: "[*]"} {
		var c configJSON
		if err := json.Unmarshal([]byte(body), &c); err != nil {
			t.Fatal(err)
		}
		is(t, body, configOf(c).Origins, want)
	}
}

func TestOpenToAll(t *testing.T) {
	p := func(s string) *string { return &s }
	rule := func(address, action string, priority int) restriction {
		return restriction{Address: address, Action: action, Priority: &priority}
	}
	fromFrontDoor := rule("Any", "Allow", 100)
	fromFrontDoor.Headers = map[string][]string{"x-azure-fdid": {"1"}, "x-forwarded-for": {}}
	notFromFrontDoor := rule("Any", "Deny", 50)
	notFromFrontDoor.Headers = map[string][]string{"x-forwarded-host": {"x"}}
	for _, tc := range []struct {
		name string
		c    configJSON
		in   []restriction
		want string
	}{
		{"no rules", configJSON{}, nil, "true"},
		{"no rules, denied", configJSON{Default: p("Deny")}, nil, "false"},
		{"no rules, and an empty action", configJSON{Default: p("")}, nil, "true"},
		{"no rules, and an action that is not known", configJSON{Default: p("Later")}, nil, "?"},
		{"the rule that stands for none", configJSON{}, []restriction{rule("Any", "Allow", 2147483647)}, "true"},
		{"one network", configJSON{}, []restriction{rule("203.0.113.0/24", "Allow", 100)}, "false"},
		{"one network, of two", configJSON{}, []restriction{rule("203.0.113.0/24,198.51.100.0/24", "Allow", 100), rule("Any", "Deny", 2147483647)}, "false"},
		{"one network kept out", configJSON{Default: p("Allow")}, []restriction{rule("203.0.113.0/24", "Deny", 100)}, "true"},
		{"one network kept out, and the others", configJSON{}, []restriction{rule("203.0.113.0/24", "Deny", 100)}, "false"},
		{"everybody kept out first", configJSON{}, []restriction{rule("Any", "Allow", 200), rule("Any", "Deny", 100)}, "false"},
		{"IPv4 kept out first", configJSON{}, []restriction{rule("Any", "Allow", 200), rule("0.0.0.0/0", "Deny", 100)}, "true"},
		{"two halves", configJSON{}, []restriction{rule("0.0.0.0/1", "Allow", 100), rule("128.0.0.0/1", "Allow", 110), rule("Any", "Deny", 120)}, "true"},
		{"a half kept out first", configJSON{}, []restriction{rule("0.0.0.0/1", "Deny", 100), rule("Any", "Allow", 110)}, "true"},
		{"a service tag", configJSON{}, []restriction{rule("AzureFrontDoor.Backend", "Allow", 100)}, "false"},
		{"the tag for everybody", configJSON{}, []restriction{rule("Internet", "Allow", 100)}, "true"},
		{"a subnet", configJSON{}, []restriction{{Subnet: "/s", Action: "Allow"}}, "false"},
		{"everybody with a header", configJSON{}, []restriction{fromFrontDoor, rule("Any", "Deny", 2147483647)}, "true"},
		{"everybody by a mask", configJSON{}, []restriction{{Address: "0.0.0.0", Mask: "0.0.0.0", Action: "Allow"}}, "true"},
		{"a network by a mask", configJSON{}, []restriction{{Address: "203.0.113.0", Mask: "255.255.255.0", Action: "Allow"}}, "false"},
		{"everybody but with a header", configJSON{}, []restriction{notFromFrontDoor, rule("Any", "Allow", 100)}, "true"},
		{"a rule without an action", configJSON{}, []restriction{rule("Any", "", 100)}, "?"},
		{"a rule without an address", configJSON{}, []restriction{rule("", "Deny", 100)}, "?"},
		{"rules without an order", configJSON{}, []restriction{rule("Any", "Allow", 100), {Address: "Any", Action: "Deny"}}, "?"},
	} {
		is(t, tc.name, tc.c.openToAll(tc.in), tc.want)
	}
}
