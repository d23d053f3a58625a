package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// FirewallAzureServices asks that a server is not open to all of Azure.
var FirewallAzureServices = &checks.Check{
	ID:       "azure-mysql-firewall-azure-services",
	Title:    "MySQL servers are not open to every resource in Azure",
	Why:      "The exception for Azure services lets the machines of every customer of Azure in, of any tenant, and anybody can become one.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > Networking > Allow public access from any Azure service within Azure to this server: off.",
		CLI:       "az mysql flexible-server firewall-rule delete --resource-group <group> --name <server> --rule-name <rule>",
		Terraform: "resource \"azurerm_mysql_flexible_server_firewall_rule\" \"example\" {\n  name                = \"office\"\n  resource_group_name = azurerm_resource_group.example.name\n  server_name         = azurerm_mysql_flexible_server.example.name\n  start_ip_address    = \"198.51.100.10\"\n  end_ip_address      = \"198.51.100.20\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-public",
	Needs: []inventory.Source{mysql.Servers, mysql.ServerFirewall},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		if flexibleserver.Lives(p, s.Common) {
			ipfirewall.JudgeAzureServices(p, s.PublicNetwork, s.Firewall)
		}
	}),
}
