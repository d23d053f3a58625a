package keyvault

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// PublicNetworkAccess asks that key vaults are not reached from the internet.
var PublicNetworkAccess = &checks.Check{
	ID:       "azure-keyvault-public-network-access",
	Title:    "Key vaults are closed to public networks",
	Why:      "With the vault open, a stolen token reads the company's secrets from anywhere in the world.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Key vaults > the vault > Settings > Networking > Firewalls and virtual networks > Disable public access.",
		CLI:       "az keyvault update --name <vault> --resource-group <group> --public-network-access Disabled",
		Terraform: "resource \"azurerm_key_vault\" \"example\" {\n  public_network_access_enabled = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.7"}},
	Aliases:  []string{"prowler:keyvault_access_only_through_private_endpoints"},
	Link:     "https://learn.microsoft.com/azure/key-vault/general/network-security",
	Needs:    []inventory.Source{keyvault.Vaults},
	Run: checks.Each(keyvault.Vaults, func(p *checks.Probe, v *keyvault.Vault) {
		access, ok := v.PublicNetwork.Get(p)
		switch {
		case !ok || strings.EqualFold(access, "Disabled"):
		case strings.EqualFold(access, "SecuredByPerimeter"):
			p.Skipf("a network security perimeter decides who reaches the vault")
		case strings.EqualFold(access, "Enabled"):
			p.Evidence("publicNetworkAccess", access)
			if action, _ := v.DefaultAction.Peek(); strings.EqualFold(action, "Deny") {
				p.Rank(checks.Medium) // chosen networks only
			}
			p.Failf("public networks reach the vault")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the public network access " + access + " is not a known one"})
		}
	}),
}
