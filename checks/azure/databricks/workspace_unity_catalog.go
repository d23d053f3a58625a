package databricks

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

// WorkspaceUnityCatalog asks that Unity Catalog governs the data.
var WorkspaceUnityCatalog = &checks.Check{
	ID:       "azure-databricks-workspace-unity-catalog",
	Title:    "Workspaces are governed by Unity Catalog",
	Why:      "In the old Hive metastore each workspace has permissions of its own, tables are open unless somebody closes them, and nobody sees who read what.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Azure Databricks account console > Catalog > the metastore > Workspaces > Assign to workspaces.",
		CLI:       "databricks metastores assign <workspace-id> <metastore-id> <default-catalog>",
		Terraform: "resource \"databricks_metastore_assignment\" \"example\" {\n  workspace_id = azurerm_databricks_workspace.example.workspace_id\n  metastore_id = databricks_metastore.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.5"}},
	Link:     "https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/get-started",
	Needs:    []inventory.Source{databricks.WorkspaceUnityCatalog},
	Run: each(func(p *checks.Probe, w *databricks.Workspace) {
		if on, ok := w.UnityCatalog.Get(p); ok && !on {
			p.Evidence("isUcEnabled", false)
			p.Failf("the workspace has no Unity Catalog metastore")
		}
	}),
}
