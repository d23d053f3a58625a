package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// FirewallWidth asks that no rule opens a server to the internet, or to much of it.
var FirewallWidth = &checks.Check{
	ID:       "azure-mysql-firewall-width",
	Title:    "Firewall rules of MySQL servers let few addresses in",
	Why:      "A server that the internet reaches is found within hours, and its passwords are guessed from then on.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > Networking > Firewall rules: remove the wide ranges.",
		CLI:       "az mysql flexible-server firewall-rule delete --resource-group <group> --name <server> --rule-name <rule>",
		Terraform: "resource \"azurerm_mysql_flexible_server_firewall_rule\" \"example\" {\n  name                = \"office\"\n  resource_group_name = azurerm_resource_group.example.name\n  server_name         = azurerm_mysql_flexible_server.example.name\n  start_ip_address    = \"198.51.100.10\"\n  end_ip_address      = \"198.51.100.20\"\n}",
	},
	Link:   "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-public",
	Params: []*checks.Param{ipfirewall.MaxAddresses},
	Needs:  []inventory.Source{mysql.Servers, mysql.ServerFirewall},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		if flexibleserver.Lives(p, s.Common) {
			ipfirewall.JudgeWidth(p, s.PublicNetwork, s.Firewall)
		}
	}),
}
