package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// CrossTenantReplication asks that blobs are not replicated to other tenants.
var CrossTenantReplication = &checks.Check{
	ID:       "azure-storage-cross-tenant-replication",
	Title:    "Blobs cannot be replicated to another tenant",
	Why:      "One replication policy copies every new blob to an account of somebody else's, silently and for as long as it stands.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data management > Object replication > Advanced settings > Allow cross-tenant replication: off.",
		CLI:       "az storage account update --name <account> --resource-group <group> --allow-cross-tenant-replication false",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  cross_tenant_replication_enabled = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.7"}},
	Aliases:  []string{"prowler:storage_cross_tenant_replication_disabled"},
	Link:     "https://learn.microsoft.com/azure/storage/blobs/object-replication-prevent-cross-tenant-policies",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		if on, ok := a.CrossTenantReplication.Get(p); ok && on {
			p.Evidence("allowCrossTenantReplication", on)
			p.Failf("blobs may be replicated to an account of another tenant")
		}
	}),
}
