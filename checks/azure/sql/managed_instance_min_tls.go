package sql

import (
	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// ManagedInstanceMinimumTLS asks that managed instances refuse old versions of TLS.
var ManagedInstanceMinimumTLS = &checks.Check{
	ID:       "azure-sql-managed-instance-min-tls",
	Title:    "Managed instances take TLS 1.2 or later only",
	Why:      "TLS 1.0 and 1.1 are broken: who sits on the way can make both sides fall back to them and read along.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "SQL managed instances > the instance > Security > Networking > Minimum TLS version: 1.2.",
		CLI:       "az sql mi update --resource-group <group> --name <instance> --minimal-tls-version 1.2",
		Terraform: "resource \"azurerm_mssql_managed_instance\" \"example\" {\n  minimum_tls_version = \"1.2\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/azure-sql/managed-instance/minimal-tls-version-configure",
	Needs: []inventory.Source{sql.ManagedInstances},
	Run: checks.Each(sql.ManagedInstances, func(p *checks.Probe, m *sql.ManagedInstance) {
		if lives(p, m) {
			judgeTLS(p, m.MinimalTLS)
		}
	}),
}
