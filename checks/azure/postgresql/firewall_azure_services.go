package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// FirewallAzureServices asks that a server is not open to all of Azure.
var FirewallAzureServices = &checks.Check{
	ID:       "azure-postgresql-firewall-azure-services",
	Title:    "PostgreSQL servers are not open to every resource in Azure",
	Why:      "The exception for Azure services lets the machines of every customer of Azure in, of any tenant, and anybody can become one.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Networking > Allow public access from any Azure service within Azure to this server: off.",
		CLI:       "az postgres flexible-server firewall-rule delete --resource-group <group> --name <server> --rule-name <rule>",
		Terraform: "resource \"azurerm_postgresql_flexible_server_firewall_rule\" \"example\" {\n  name             = \"office\"\n  server_id        = azurerm_postgresql_flexible_server.example.id\n  start_ip_address = \"198.51.100.10\"\n  end_ip_address   = \"198.51.100.20\"\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_allow_access_services_disabled"},
	Link:    "https://learn.microsoft.com/azure/postgresql/network/how-to-networking-servers-deployed-public-access-add-firewall-rules",
	Needs:   []inventory.Source{postgresql.Servers, postgresql.ServerFirewall},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		if flexibleserver.Lives(p, s.Common) {
			ipfirewall.JudgeAzureServices(p, s.PublicNetwork, s.Firewall)
		}
	}),
}
