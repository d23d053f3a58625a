package databricks

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

var stores = &checks.Param{Name: "stores", Default: []string{"managedServices", "managedDisks", "dbfsRoot"}, Source: "Microsoft Learn, \"Customer-managed keys for encryption\": the three features"}

// WorkspaceKey asks that the data is encrypted with the customer's key.
var WorkspaceKey = &checks.Check{
	ID:       "azure-databricks-workspace-cmk",
	Title:    "What a workspace stores is encrypted with a customer-managed key",
	Why:      "With a key of your own, you decide who may read notebooks, secrets, disks and the workspace's storage, and can take it away from everybody at once.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Azure Databricks > the workspace > Settings > Encryption: Use your own key, for managed services, managed disks and the DBFS root. It takes the Premium plan.",
		CLI:       "az databricks workspace update --resource-group <group> --name <workspace> --managed-services-key-source Microsoft.Keyvault --managed-services-key-name <key> --managed-services-key-vault <vault-uri> --managed-services-key-version <version> --disk-key-source Microsoft.Keyvault --disk-key-name <key> --disk-key-vault <vault-uri> --disk-key-version <version> --key-source Microsoft.KeyVault --key-name <key> --key-vault <vault-uri> --key-version <version>",
		Terraform: "resource \"azurerm_databricks_workspace\" \"example\" {\n  sku                                   = \"premium\"\n  customer_managed_key_enabled          = true\n  managed_services_cmk_key_vault_key_id = azurerm_key_vault_key.example.id\n  managed_disk_cmk_key_vault_key_id     = azurerm_key_vault_key.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.8"}},
	Aliases:  []string{"prowler:databricks_workspace_cmk_encryption_enabled"},
	Link:     "https://learn.microsoft.com/azure/databricks/security/keys/customer-managed-keys",
	Params:   []*checks.Param{stores},
	Needs:    []inventory.Source{databricks.Workspaces},
	Run: each(func(p *checks.Probe, w *databricks.Workspace) {
		classic, ok := inventory.Not(w.Serverless).Get(p)
		if !ok {
			return
		}
		for _, store := range []struct {
			name    string
			source  inventory.Known[string]
			classic bool // serverless workspaces have none: "Not allowed in Serverless ComputeMode workspace"
		}{
			{"managedServices", w.ServicesKey, false},
			{"managedDisks", w.DisksKey, true},
			{"dbfsRoot", w.RootKey, true},
		} {
			if !slices.Contains(p.Strings(stores), store.name) || store.classic && !classic {
				continue
			}
			// "Possible values (case-insensitive): Default, Microsoft.Keyvault". The
			// standard tier takes no key of the customer's: the upgrade is the fix.
			switch source, ok := store.source.Get(p); {
			case !ok || strings.EqualFold(source, "Microsoft.Keyvault"):
			case strings.EqualFold(source, "Default"):
				p.Evidence(store.name, source)
				p.Failf("%s: encrypted with a key of Microsoft's", store.name)
			default:
				p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the key source " + source + " is not a known one"})
			}
		}
	}),
}
