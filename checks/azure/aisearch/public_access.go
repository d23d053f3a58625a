package aisearch

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/access"
	"demarc/providers/azure/aisearch"
	"demarc/providers/inventory"
)

// PublicAccess asks that services are not open to all networks.
var PublicAccess = &checks.Check{
	ID:       "azure-aisearch-service-public-access",
	Title:    "Search services cannot be reached from all networks",
	Why:      "An index holds copies of the documents that it searches: open to the internet, a leaked key is all that it takes to read them from anywhere.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "AI Search > the service > Settings > Networking > Public network access: Disabled, or Selected IP addresses. It takes the Basic tier or higher.",
		CLI:       "az search service update --resource-group <group> --name <service> --public-access disabled",
		Terraform: "resource \"azurerm_search_service\" \"example\" {\n  sku                           = \"standard\"\n  public_network_access_enabled = false\n}",
	},
	Aliases: []string{"prowler:aisearch_service_not_publicly_accessible"},
	Link:    "https://learn.microsoft.com/azure/search/service-configure-firewall",
	Needs:   []inventory.Source{aisearch.Services},
	Run: each(func(p *checks.Probe, s *aisearch.Service) {
		shut := inventory.Then(s.PublicNetwork, func(v string) inventory.Known[bool] {
			switch {
			case strings.EqualFold(v, "enabled"):
				return inventory.Of(false)
			case strings.EqualFold(v, "disabled"), strings.EqualFold(v, "securedByPerimeter"):
				return inventory.Of(true)
			}
			return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "what the public network access " + v + " is"})
		})
		// The free tier has no firewall: the upgrade is the fix.
		selected := inventory.Map(s.Ranges, func(r []string) bool { return len(r) > 0 && !access.Internet(r) })
		if closed, ok := inventory.Or(shut, selected).Get(p); ok && !closed {
			if sku, ok := s.SKU.Peek(); ok {
				p.Evidence("sku", sku)
			}
			ranges, _ := s.Ranges.Peek()
			p.Evidence("publicNetworkAccess", "enabled")
			p.Evidence("ipRules", ranges)
			p.Failf("the service can be reached from all networks")
		}
	}),
}
