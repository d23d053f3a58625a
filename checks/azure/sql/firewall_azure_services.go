package sql

import (
	"demarc/checks"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// FirewallAzureServices asks that a server is not open to all of Azure.
var FirewallAzureServices = &checks.Check{
	ID:       "azure-sql-firewall-azure-services",
	Title:    "SQL servers are not open to every resource in Azure",
	Why:      "The exception for Azure services lets the machines of every customer of Azure in, of any tenant, and anybody can become one.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Security > Networking > Exceptions > Allow Azure services and resources to access this server: off.",
		CLI:       "az sql server firewall-rule delete --resource-group <group> --server <server> --name AllowAllWindowsAzureIps",
		Terraform: "resource \"azurerm_mssql_virtual_network_rule\" \"example\" {\n  name      = \"apps\"\n  server_id = azurerm_mssql_server.example.id\n  subnet_id = azurerm_subnet.example.id\n}",
	},
	Link:  "https://learn.microsoft.com/azure/azure-sql/database/network-access-controls-overview",
	Needs: []inventory.Source{sql.Servers, sql.ServerFirewall},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		ipfirewall.JudgeAzureServices(p, s.PublicNetwork, s.Firewall)
	}),
}
