package appservice

import (
	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// HTTPSOnly asks that apps redirect plain HTTP.
var HTTPSOnly = &checks.Check{
	ID:       "azure-appservice-https-only",
	Title:    "Apps answer over HTTPS only",
	Why:      "What goes over plain HTTP, passwords and session cookies with it, is read and changed on the way.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > HTTPS Only: On.",
		CLI:       "az webapp update --resource-group <group> --name <app> --https-only true",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  https_only = true\n}",
	},
	Aliases: []string{"prowler:app_ensure_http_is_redirected_to_https", "prowler:app_function_ensure_http_is_redirected_to_https"},
	Link:    "https://learn.microsoft.com/azure/app-service/configure-ssl-bindings",
	Needs:   []inventory.Source{appservice.Sites},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		if on, ok := a.HTTPSOnly.Get(p); ok && !on {
			p.Evidence("httpsOnly", false)
			p.Failf("the app answers over plain HTTP")
		}
	}),
}
