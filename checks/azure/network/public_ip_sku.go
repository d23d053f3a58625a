package network

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// PublicIPSKU asks that public addresses are not of the Basic SKU.
var PublicIPSKU = &checks.Check{
	ID:       "azure-network-public-ip-sku",
	Title:    "Public addresses are not of the Basic SKU",
	Why:      "A Basic address is open to everything until a security group closes it, and the SKU was retired on 30 September 2025.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Public IP addresses > the address > Overview > Upgrade to Standard SKU.",
		CLI:       "az network public-ip update --resource-group <group> --name <address> --sku Standard --allocation-method Static",
		Terraform: "resource \"azurerm_public_ip\" \"example\" {\n  sku               = \"Standard\"\n  allocation_method = \"Static\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-basic-upgrade-guidance",
	Needs: []inventory.Source{network.PublicIPs},
	Run: checks.Each(network.PublicIPs, func(p *checks.Probe, a *network.PublicIP) {
		if sku, ok := a.SKU.Get(p); ok && strings.EqualFold(sku, "Basic") {
			p.Evidence("sku", sku)
			p.Failf("the address is of the Basic SKU")
		}
	}),
}
