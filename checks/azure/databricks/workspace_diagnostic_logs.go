package databricks

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

var logCategories = &checks.Param{Name: "categories", Default: []string{"accounts", "clusters", "jobs", "notebook"}, Source: "CIS Microsoft Azure Foundations 6.0, 2.1.7; Microsoft Learn, \"Supported log categories for Microsoft.Databricks/workspaces\""}

// WorkspaceLogs asks that what is done in a workspace is kept.
var WorkspaceLogs = &checks.Check{
	ID:       "azure-databricks-workspace-diagnostic-logs",
	Title:    "A workspace's diagnostic logs are sent to where they are kept",
	Why:      "Who signed in, started a cluster, ran a notebook or read a secret is known from these logs alone, and Databricks sends them nowhere by itself.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Azure Databricks > the workspace > Monitoring > Diagnostic settings > Add diagnostic setting: the categories, and a Log Analytics workspace, a storage account or an event hub. It takes the Premium plan.",
		CLI:       "az monitor diagnostic-settings create --name <name> --resource <workspace-id> --workspace <log-analytics-id> --logs '[{\"categoryGroup\": \"allLogs\", \"enabled\": true}]'",
		Terraform: "resource \"azurerm_monitor_diagnostic_setting\" \"example\" {\n  name                       = \"example\"\n  target_resource_id         = azurerm_databricks_workspace.example.id\n  log_analytics_workspace_id = azurerm_log_analytics_workspace.example.id\n  enabled_log {\n    category_group = \"allLogs\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.7"}},
	Link:     "https://learn.microsoft.com/azure/databricks/admin/account-settings/audit-log-delivery",
	Params:   []*checks.Param{logCategories},
	Needs:    []inventory.Source{databricks.WorkspaceDiagnostics},
	Run: each(func(p *checks.Probe, w *databricks.Workspace) {
		missing := []string{}
		for _, c := range p.Strings(logCategories) {
			if on, ok := sends(w.Diagnostics, c).Get(p); ok && !on {
				missing = append(missing, c)
			}
		}
		if len(missing) == 0 {
			return
		}
		// The standard tier has no diagnostic logs: the upgrade is the fix.
		if tier, ok := w.SKU.Peek(); ok {
			p.Evidence("sku", tier)
		}
		p.Evidence("missing", missing)
		p.Failf("no diagnostic setting sends %s", strings.Join(missing, ", "))
	}),
}

// sends reports whether any setting sends a category on. Which categories a
// group other than allLogs holds is not documented.
func sends(settings inventory.Known[[]databricks.Setting], category string) inventory.Known[bool] {
	return inventory.Then(settings, func(all []databricks.Setting) inventory.Known[bool] {
		ks := []inventory.Known[bool]{}
		for _, s := range all {
			ks = append(ks, inventory.Then(s.Logs, func(logs []databricks.Log) inventory.Known[bool] {
				in := []inventory.Known[bool]{}
				for _, l := range logs {
					switch {
					case strings.EqualFold(l.Category, category), strings.EqualFold(l.Group, "allLogs"):
						in = append(in, l.Enabled)
					case l.Group != "":
						in = append(in, inventory.Then(l.Enabled, func(on bool) inventory.Known[bool] {
							if !on {
								return inventory.Of(false)
							}
							return inventory.Missing[bool](inventory.Gap{Reason: inventory.Unsupported, Where: "which categories the group " + l.Group + " holds"})
						}))
					}
				}
				return inventory.Or(in...)
			}))
		}
		return inventory.Or(ks...)
	})
}
