package sql

import (
	"demarc/checks"
	"demarc/checks/azure/ipfirewall"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// FirewallWidth asks that no rule opens a server to the internet, or to much of it.
var FirewallWidth = &checks.Check{
	ID:       "azure-sql-firewall-width",
	Title:    "Firewall rules of SQL servers let few addresses in",
	Why:      "A server that the internet reaches is found within hours, and its passwords are guessed from then on.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Security > Networking > Firewall rules: remove the wide ranges, or set Public network access to Disable and use a private endpoint.",
		CLI:       "az sql server firewall-rule delete --resource-group <group> --server <server> --name <rule>",
		Terraform: "resource \"azurerm_mssql_firewall_rule\" \"example\" {\n  name             = \"office\"\n  server_id        = azurerm_mssql_server.example.id\n  start_ip_address = \"198.51.100.10\"\n  end_ip_address   = \"198.51.100.20\"\n}",
	},
	Aliases: []string{"prowler:sqlserver_unrestricted_inbound_access"},
	Link:    "https://learn.microsoft.com/azure/azure-sql/database/firewall-configure",
	Params:  []*checks.Param{ipfirewall.MaxAddresses},
	Needs:   []inventory.Source{sql.Servers, sql.ServerFirewall},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		ipfirewall.JudgeWidth(p, s.PublicNetwork, s.Firewall)
	}),
}
