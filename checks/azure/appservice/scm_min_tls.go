package appservice

import (
	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// ScmMinimumTLS asks that apps' deployment endpoints refuse old versions of TLS.
var ScmMinimumTLS = &checks.Check{
	ID:       "azure-appservice-scm-min-tls",
	Title:    "Deployment endpoints of apps take TLS 1.2 or later only",
	Why:      "Over the deployment endpoint go the code of the app and the credentials that change it.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > SCM Minimum Inbound TLS Version: 1.2.",
		CLI:       "az webapp config set --resource-group <group> --name <app> --generic-configurations '{\"scmMinTlsVersion\":\"1.2\"}'",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  site_config {\n    scm_minimum_tls_version = \"1.2\"\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/app-service/overview-tls",
	Needs: []inventory.Source{appservice.SiteConfig},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		if c, ok := a.Config.Get(p); ok {
			judgeTLS(p, "scmMinTlsVersion", c.ScmMinimumTLS)
		}
	}),
}
