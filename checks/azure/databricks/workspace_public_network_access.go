package databricks

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

// WorkspacePublicNetwork asks that workspaces are reached by private link only.
var WorkspacePublicNetwork = &checks.Check{
	ID:       "azure-databricks-workspace-public-network-access",
	Title:    "Workspaces cannot be reached from public networks",
	Why:      "Open to the internet, a stolen password or token is all that it takes to read the workspace's data from anywhere.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Databricks > the workspace > Settings > Networking > Allow Public Network Access: Disabled. It takes the Premium plan and private endpoints.",
		CLI:       "az databricks workspace update --resource-group <group> --name <workspace> --public-network-access Disabled",
		Terraform: "resource \"azurerm_databricks_workspace\" \"example\" {\n  sku                           = \"premium\"\n  public_network_access_enabled = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.10"}},
	Aliases:  []string{"prowler:databricks_workspace_public_network_access_disabled"},
	Link:     "https://learn.microsoft.com/azure/databricks/security/network/concepts/private-link",
	Needs:    []inventory.Source{databricks.Workspaces},
	Run: each(func(p *checks.Probe, w *databricks.Workspace) {
		switch access, ok := w.PublicNetwork.Get(p); {
		case !ok || strings.EqualFold(access, "Disabled"):
		case strings.EqualFold(access, "Enabled"):
			p.Evidence("publicNetworkAccess", access)
			p.Failf("the workspace can be reached from the internet")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the public network access " + access + " is not a known one"})
		}
	}),
}
