package aisearch

import (
	"demarc/checks"
	"demarc/providers/azure/aisearch"
	"demarc/providers/inventory"
)

// LocalAuth asks that API keys do not open the service.
var LocalAuth = &checks.Check{
	ID:       "azure-aisearch-service-local-auth",
	Title:    "Search services are opened by Entra identities only",
	Why:      "An admin key opens every index, names nobody in the logs and works until somebody regenerates it.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "AI Search > the service > Settings > Keys > API access control: Role-based access control.",
		CLI:       "az search service update --resource-group <group> --name <service> --disable-local-auth true",
		Terraform: "resource \"azurerm_search_service\" \"example\" {\n  local_authentication_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/search/search-security-enable-roles",
	Needs: []inventory.Source{aisearch.Services},
	Run: each(func(p *checks.Probe, s *aisearch.Service) {
		if keys, ok := s.LocalAuth.Get(p); ok && keys {
			p.Evidence("disableLocalAuth", false)
			p.Failf("API keys open the service")
		}
	}),
}
