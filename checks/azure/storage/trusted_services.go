package storage

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// TrustedServices asks that closed accounts let Azure's own services in.
var TrustedServices = &checks.Check{
	ID:       "azure-storage-trusted-services",
	Title:    "Closed storage accounts let trusted Azure services in",
	Why:      "Backup, logs, events and encryption of other services fail at an account that is closed to them, and the account is then opened to everybody instead.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Security + networking > Networking > Exceptions > Allow Azure services on the trusted services list.",
		CLI:       "az storage account update --name <account> --resource-group <group> --bypass AzureServices",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  network_rules {\n    default_action = \"Deny\"\n    bypass         = [\"AzureServices\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.5"}},
	Aliases:  []string{"prowler:storage_ensure_azure_services_are_trusted_to_access_is_enabled"},
	Link:     "https://learn.microsoft.com/azure/storage/common/storage-network-security-trusted-azure-services",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		bypass, ok := a.Bypass.Get(p)
		if !ok || strings.Contains(strings.ToLower(bypass), "azureservices") {
			return
		}
		closed, ok := inventory.Or(is(a.PublicNetwork, "Disabled"), is(a.DefaultAction, "Deny")).Get(p)
		switch {
		case !ok:
		case !closed:
			p.Skipf("the account is not closed: its network rules let everybody in")
		default:
			p.Evidence("bypass", bypass)
			p.Failf("the account is closed to trusted Azure services")
		}
	}),
}
