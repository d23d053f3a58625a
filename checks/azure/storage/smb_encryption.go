package storage

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

var smbCiphers = &checks.Param{Name: "ciphers", Default: []string{"AES-256-GCM"}, Source: "CIS Microsoft Azure Foundations 6.0, 9.1.3"}

// SMBEncryption asks that the SMB channel is encrypted by AES-256-GCM.
var SMBEncryption = &checks.Check{
	ID:       "azure-storage-smb-encryption",
	Title:    "File shares encrypt their SMB channel by AES-256-GCM only",
	Why:      "The two ends settle on what both know: while a weaker cipher is offered, a client, or somebody in between, can choose it.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data storage > File shares > Security: Maximum security.",
		CLI:       "az storage account file-service-properties update --account-name <account> --resource-group <group> --channel-encryption AES-256-GCM",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  share_properties {\n    smb {\n      channel_encryption_type = [\"AES-256-GCM\"]\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.1.3"}},
	Aliases:  []string{"prowler:storage_smb_channel_encryption_with_secure_algorithm"},
	Link:     "https://learn.microsoft.com/azure/storage/files/files-smb-protocol",
	Params:   []*checks.Param{smbCiphers},
	Needs:    []inventory.Source{storage.AccountFile, storage.AccountShares},
	Run: files(true, func(p *checks.Probe, f storage.FileService) {
		allowed := p.Strings(smbCiphers)
		weak := slices.DeleteFunc(slices.Clone(f.Encryption), func(s string) bool { return slices.Contains(allowed, strings.TrimSpace(s)) })
		if len(weak) > 0 {
			p.Evidence("channelEncryption", f.Encryption)
			p.Failf("file shares encrypt their channel by %s", strings.Join(weak, ", "))
		}
	}),
}
