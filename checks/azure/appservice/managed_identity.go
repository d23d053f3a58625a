package appservice

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// ManagedIdentity asks that apps have a managed identity.
var ManagedIdentity = &checks.Check{
	ID:       "azure-appservice-managed-identity",
	Title:    "Apps have a managed identity",
	Why:      "Without one, the app reaches databases and vaults with secrets in its settings, which leak, and which nobody changes.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Identity > System assigned: On.",
		CLI:       "az webapp identity assign --resource-group <group> --name <app>",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  identity {\n    type = \"SystemAssigned\"\n  }\n}",
	},
	Aliases: []string{"prowler:app_register_with_identity", "prowler:app_function_identity_is_configured"},
	Link:    "https://learn.microsoft.com/azure/app-service/overview-managed-identity",
	Needs:   []inventory.Source{appservice.Sites},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		if kind, ok := a.Identity.Get(p); ok && strings.EqualFold(kind, "None") {
			p.Evidence("identity", kind)
			p.Failf("the app has no managed identity")
		}
	}),
}
