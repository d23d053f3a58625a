package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// PublicIPInUse asks that public addresses are attached to something.
var PublicIPInUse = &checks.Check{
	ID:       "azure-network-public-ip-in-use",
	Title:    "Public addresses are attached to something",
	Why:      "A forgotten address is paid for, and is attached to something by mistake sooner than one that nobody has; while its name still points at it, it is also an invitation to take the name over.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Public IP addresses > the address > Overview > Delete, after its DNS records.",
		CLI:       "az network public-ip delete --resource-group <group> --name <address>",
		Terraform: "resource \"azurerm_network_interface\" \"example\" {\n  ip_configuration {\n    name                          = \"primary\"\n    private_ip_address_allocation = \"Dynamic\"\n    public_ip_address_id          = azurerm_public_ip.example.id\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover",
	Needs: []inventory.Source{network.PublicIPs},
	Run: checks.Each(network.PublicIPs, func(p *checks.Probe, a *network.PublicIP) {
		if attached, ok := a.Attached.Get(p); ok && !attached {
			p.Evidence("attached", false)
			if label, ok := a.DNSLabel.Get(p); ok && label != "" {
				p.Evidence("domainNameLabel", label)
			}
			p.Failf("the address is attached to nothing")
		}
	}),
}
