package storage

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// PublicNetworkAccess asks that storage accounts are not reached from the internet.
var PublicNetworkAccess = &checks.Check{
	ID:       "azure-storage-public-network-access",
	Title:    "Storage accounts are closed to public networks",
	Why:      "Behind an open address, a leaked key or signature works from anywhere in the world; with it closed, only from your own networks.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Security + networking > Networking > Public network access: Disabled.",
		CLI:       "az storage account update --name <account> --resource-group <group> --public-network-access Disabled",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  public_network_access_enabled = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.2.2"}},
	Aliases:  []string{"prowler:storage_account_public_network_access_disabled"},
	Link:     "https://learn.microsoft.com/azure/storage/common/storage-network-security",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		access, ok := a.PublicNetwork.Get(p)
		switch {
		case !ok || strings.EqualFold(access, "Disabled"):
		case strings.EqualFold(access, perimeter):
			p.Skipf("a network security perimeter decides who reaches the account")
		case strings.EqualFold(access, "Enabled"):
			p.Evidence("publicNetworkAccess", access)
			if chosen, _ := is(a.DefaultAction, "Deny").Peek(); chosen {
				p.Rank(checks.Medium)
			}
			p.Failf("public networks reach the account")
		default:
			other(p, "public network access", access)
		}
	}),
}
