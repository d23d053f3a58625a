package storage

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

var smbVersions = &checks.Param{Name: "versions", Default: []string{"SMB3.1.1"}, Source: "CIS Microsoft Azure Foundations 6.0, 9.1.2"}

// SMBVersion asks that file shares speak the newest SMB alone.
var SMBVersion = &checks.Check{
	ID:       "azure-storage-smb-version",
	Title:    "File shares take connections by SMB 3.1.1 only",
	Why:      "SMB 2.1 does not encrypt at all, and SMB 3.0 can be talked down by whoever sits in between; only 3.1.1 checks the negotiation.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data storage > File shares > Security: Maximum security.",
		CLI:       "az storage account file-service-properties update --account-name <account> --resource-group <group> --versions SMB3.1.1",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  share_properties {\n    smb {\n      versions = [\"SMB3.1.1\"]\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.1.2"}},
	Aliases:  []string{"prowler:storage_smb_protocol_version_is_latest"},
	Link:     "https://learn.microsoft.com/azure/storage/files/files-smb-protocol",
	Params:   []*checks.Param{smbVersions},
	Needs:    []inventory.Source{storage.AccountFile, storage.AccountShares},
	Run: files(true, func(p *checks.Probe, f storage.FileService) {
		allowed := p.Strings(smbVersions)
		weak := slices.DeleteFunc(slices.Clone(f.Versions), func(s string) bool { return slices.Contains(allowed, strings.TrimSpace(s)) })
		if len(weak) > 0 {
			p.Evidence("smbVersions", f.Versions)
			p.Failf("file shares take connections by %s", strings.Join(weak, ", "))
		}
	}),
}
