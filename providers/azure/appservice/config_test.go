package appservice

import (
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
		"get":{"` + base + `part/config/web":{"properties":{"minTlsVersion":"1.1","ftpsState":"AllAllowed","ipSecurityRestrictions":[{"ipAddress":"203.0.113.0/24","action":"Allow","priority":1}]}}},
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
	is(t, "open", part.OpenToAll, "false")
	if g, hidden := got["refused"].Config.Gap(); !hidden || g.Reason != inventory.Denied {
		t.Error(g)
	}
}

func TestOpenToAll(t *testing.T) {
	p := func(s string) *string { return &s }
	for _, tc := range []struct {
		name string
		c    configJSON
		in   []restriction
		want bool
	}{
		{"no rules", configJSON{}, nil, true},
		{"no rules, denied", configJSON{Default: p("Deny")}, nil, false},
		{"the rule that stands for none", configJSON{}, []restriction{{"Any", "Allow", 2147483647}}, true},
		{"one network", configJSON{}, []restriction{{"203.0.113.0/24", "Allow", 100}}, false},
		{"one network kept out", configJSON{Default: p("Allow")}, []restriction{{"203.0.113.0/24", "Deny", 100}}, true},
		{"everybody kept out first", configJSON{}, []restriction{{"Any", "Allow", 200}, {"0.0.0.0/0", "Deny", 100}}, false},
	} {
		if got := tc.c.openToAll(tc.in); got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
}
