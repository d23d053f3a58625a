package sql

import (
	"demarc/checks"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// PublicNetworkAccess asks that a server is reached by private endpoints alone.
var PublicNetworkAccess = &checks.Check{
	ID:       "azure-sql-public-network-access",
	Title:    "SQL servers are not reached from public networks",
	Why:      "A public endpoint is one firewall rule away from everybody; a private endpoint is reached from the virtual network alone.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Security > Networking > Public network access: Disable, after a private endpoint has been made.",
		CLI:       "az sql server update --resource-group <group> --name <server> --enable-public-network false",
		Terraform: "resource \"azurerm_mssql_server\" \"example\" {\n  public_network_access_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings",
	Needs: []inventory.Source{sql.Servers},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		ipfirewall.JudgeAccess(p, s.PublicNetwork)
	}),
}
