package appservice

import (
	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// FunctionPublicAccess asks that not everybody reaches a function app.
var FunctionPublicAccess = &checks.Check{
	ID:       "azure-appservice-function-public-access",
	Title:    "Function apps are not open to the whole internet",
	Why:      "Functions are mostly called by other services: what everybody can reach is guarded by a key in the address at best.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Function App > the app > Settings > Networking > Public network access: Disabled, or enabled from select networks.",
		CLI:       "az functionapp config access-restriction set --resource-group <group> --name <app> --default-action Deny",
		Terraform: "resource \"azurerm_linux_function_app\" \"example\" {\n  public_network_access_enabled = false\n}",
	},
	Aliases: []string{"prowler:app_function_not_publicly_accessible"},
	Link:    "https://learn.microsoft.com/azure/azure-functions/functions-networking-options",
	Needs:   []inventory.Source{appservice.SiteConfig},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		function, ok := a.Function.Get(p)
		if !ok {
			return
		}
		if !function {
			p.Skipf("a web app is there for the public")
			return
		}
		c, ok := a.Config.Get(p)
		if !ok {
			return
		}
		if open, ok := inventory.And(a.PublicNetwork, c.OpenToAll).Get(p); ok && open {
			p.Evidence("publicNetworkAccess", true)
			p.Evidence("restrictedAddresses", false)
			p.Failf("the whole internet reaches the function app")
		}
	}),
}
