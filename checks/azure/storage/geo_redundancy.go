package storage

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// GeoRedundancy asks that data are kept in a second region too.
var GeoRedundancy = &checks.Check{
	ID:       "azure-storage-geo-redundancy",
	Title:    "Storage accounts keep a copy of their data in another region",
	Why:      "Copies within one region share its fate: a flood, a fire, a long outage of the region takes them all.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data management > Redundancy > Geo-redundant storage (GRS).",
		CLI:       "az storage account update --name <account> --resource-group <group> --sku Standard_GRS",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  account_replication_type = \"GRS\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.11"}},
	Aliases:  []string{"prowler:storage_geo_redundant_enabled"},
	Link:     "https://learn.microsoft.com/azure/storage/common/storage-redundancy",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		sku, ok := a.SKU.Get(p)
		upper := strings.ToUpper(sku)
		switch {
		case !ok || strings.HasSuffix(upper, "GRS") || strings.HasSuffix(upper, "GZRS"):
		case strings.HasPrefix(upper, "PREMIUM"):
			p.Skipf("premium accounts offer no copy in another region")
		case strings.HasSuffix(upper, "_LRS") || strings.HasSuffix(upper, "_ZRS"):
			p.Evidence("sku", sku)
			p.Failf("all copies of the data are in one region (%s)", sku)
		default:
			other(p, "SKU", sku)
		}
	}),
}
