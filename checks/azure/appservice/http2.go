package appservice

import (
	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// HTTP2 asks that apps speak HTTP/2.
var HTTP2 = &checks.Check{
	ID:       "azure-appservice-http2",
	Title:    "Apps speak HTTP/2",
	Why:      "HTTP/2 leaves behind weaknesses of the older protocol, such as requests that two servers read differently, and asks for modern TLS.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > HTTP version: 2.0.",
		CLI:       "az webapp config set --resource-group <group> --name <app> --http20-enabled true",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  site_config {\n    http2_enabled = true\n  }\n}",
	},
	Aliases: []string{"prowler:app_ensure_using_http20"},
	Link:    "https://learn.microsoft.com/azure/app-service/configure-common",
	Needs:   []inventory.Source{appservice.SiteConfig},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		c, ok := a.Config.Get(p)
		if !ok {
			return
		}
		if on, ok := c.HTTP2.Get(p); ok && !on {
			p.Evidence("http20Enabled", false)
			p.Failf("HTTP/2 is off")
		}
	}),
}
