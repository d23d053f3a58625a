package databricks

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

// WorkspacePublicIP asks that the clusters have no public addresses.
var WorkspacePublicIP = &checks.Check{
	ID:       "azure-databricks-workspace-no-public-ip",
	Title:    "The computers of a workspace's clusters have no public addresses",
	Why:      "With secure cluster connectivity the clusters open no port to the internet; without it each computer of a cluster has an address that can be attacked.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Databricks > the workspace > Settings > Networking > Deploy Azure Databricks workspace with Secure Cluster Connectivity (No Public IP): Yes.",
		CLI:       "az databricks workspace update --resource-group <group> --name <workspace> --enable-no-public-ip true",
		Terraform: "resource \"azurerm_databricks_workspace\" \"example\" {\n  custom_parameters {\n    no_public_ip = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.9"}},
	Aliases:  []string{"prowler:databricks_workspace_no_public_ip_enabled"},
	Link:     "https://learn.microsoft.com/azure/databricks/security/network/classic/secure-cluster-connectivity",
	Needs:    []inventory.Source{databricks.Workspaces},
	Run: classic(func(p *checks.Probe, w *databricks.Workspace) {
		if without, ok := w.NoPublicIP.Get(p); ok && !without {
			p.Evidence("enableNoPublicIp", false)
			p.Failf("the computers of the clusters have public addresses")
		}
	}),
}
