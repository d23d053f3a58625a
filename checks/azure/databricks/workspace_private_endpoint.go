package databricks

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/access"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

// WorkspacePrivateEndpoint asks that workspaces have a private endpoint.
var WorkspacePrivateEndpoint = &checks.Check{
	ID:       "azure-databricks-workspace-private-endpoint",
	Title:    "Workspaces are reached by private endpoints",
	Why:      "By a private endpoint, users and clusters reach the workspace without leaving your network, and the way over the internet can be shut.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Databricks > the workspace > Settings > Networking > Private endpoint connections > Add: target sub-resource databricks_ui_api. It takes the Premium plan.",
		CLI:       "az network private-endpoint create --resource-group <group> --name <endpoint> --subnet <subnet-id> --private-connection-resource-id <workspace-id> --group-id databricks_ui_api --connection-name <name>",
		Terraform: "resource \"azurerm_private_endpoint\" \"example\" {\n  subnet_id = azurerm_subnet.example.id\n  private_service_connection {\n    name                           = \"example\"\n    is_manual_connection           = false\n    private_connection_resource_id = azurerm_databricks_workspace.example.id\n    subresource_names              = [\"databricks_ui_api\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.11"}},
	Link:     "https://learn.microsoft.com/azure/databricks/security/network/concepts/private-link",
	Needs:    []inventory.Source{databricks.Workspaces},
	Run: each(func(p *checks.Probe, w *databricks.Workspace) {
		// An endpoint for browser_authentication serves sign-ins alone. The
		// standard tier has no private endpoints: the upgrade is the fix.
		if linked, ok := access.Approved(w.Connections, "browser_authentication").Get(p); ok && !linked {
			p.Evidence("approvedPrivateEndpoints", 0)
			p.Absentf("the workspace has no approved private endpoint")
		}
	}),
}
