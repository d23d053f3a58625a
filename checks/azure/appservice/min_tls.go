package appservice

import (
	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// MinimumTLS asks that apps refuse old versions of TLS.
var MinimumTLS = &checks.Check{
	ID:       "azure-appservice-min-tls",
	Title:    "Apps take TLS 1.2 or later only",
	Why:      "TLS 1.0 and 1.1 are broken: who sits on the way can make both sides fall back to them and read along.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > Minimum Inbound TLS Version: 1.2.",
		CLI:       "az webapp config set --resource-group <group> --name <app> --min-tls-version 1.2",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  site_config {\n    minimum_tls_version = \"1.2\"\n  }\n}",
	},
	Aliases: []string{"prowler:app_minimum_tls_version_12"},
	Link:    "https://learn.microsoft.com/azure/app-service/overview-tls",
	Needs:   []inventory.Source{appservice.SiteConfig},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		if c, ok := a.Config.Get(p); ok {
			judgeTLS(p, "minTlsVersion", c.MinimumTLS)
		}
	}),
}

// judgeTLS reports a minimum version of TLS that RFC 8996 has put out of use.
func judgeTLS(p *checks.Probe, name string, minimum inventory.Known[string]) {
	version, ok := minimum.Get(p)
	switch {
	case !ok || version == "1.2" || version == "1.3":
	case version == "1.0" || version == "1.1":
		p.Evidence(name, version)
		p.Failf("TLS %s is taken", version)
	default:
		p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the TLS version " + version + " is not a known one"})
	}
}
