package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// FirewallWidth asks that no rule opens a server to the internet, or to much of it.
var FirewallWidth = &checks.Check{
	ID:       "azure-postgresql-firewall-width",
	Title:    "Firewall rules of PostgreSQL servers let few addresses in",
	Why:      "A server that the internet reaches is found within hours, and its passwords are guessed from then on.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Networking > Firewall rules: remove the wide ranges.",
		CLI:       "az postgres flexible-server firewall-rule delete --resource-group <group> --name <server> --rule-name <rule>",
		Terraform: "resource \"azurerm_postgresql_flexible_server_firewall_rule\" \"example\" {\n  name             = \"office\"\n  server_id        = azurerm_postgresql_flexible_server.example.id\n  start_ip_address = \"198.51.100.10\"\n  end_ip_address   = \"198.51.100.20\"\n}",
	},
	Link:   "https://learn.microsoft.com/azure/postgresql/network/how-to-networking-servers-deployed-public-access-add-firewall-rules",
	Params: []*checks.Param{ipfirewall.MaxAddresses},
	Needs:  []inventory.Source{postgresql.Servers, postgresql.ServerFirewall},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		if flexibleserver.Lives(p, s.Common) {
			ipfirewall.JudgeWidth(p, s.PublicNetwork, s.Firewall)
		}
	}),
}
