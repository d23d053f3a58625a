package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// BastionShareableLink asks that bastion hosts make no links that anybody can use.
var BastionShareableLink = &checks.Check{
	ID:       "azure-network-bastion-shareable-link",
	Title:    "Bastion hosts make no shareable links",
	Why:      "A link lets whoever has it try to log in to the machine from anywhere, without an account in the tenant.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Bastions > the bastion > Settings > Configuration > Shareable Link: off.",
		CLI:       "az network bastion update --resource-group <group> --name <bastion> --enable-shareable-link false",
		Terraform: "resource \"azurerm_bastion_host\" \"example\" {\n  shareable_link_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/bastion/shareable-link",
	Needs: []inventory.Source{network.BastionHosts},
	Run: checks.Each(network.BastionHosts, func(p *checks.Probe, b *network.BastionHost) {
		if on, ok := b.ShareableLinks.Get(p); ok && on {
			p.Evidence("enableShareableLink", true)
			p.Failf("the bastion makes links that anybody can use")
		}
	}),
}
