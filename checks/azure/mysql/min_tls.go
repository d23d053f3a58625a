package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// MinimumTLS asks that servers refuse old versions of TLS.
var MinimumTLS = &checks.Check{
	ID:       "azure-mysql-min-tls",
	Title:    "MySQL servers take TLS 1.2 or later only",
	Why:      "TLS 1.0 and 1.1 are broken: who sits on the way can make both sides fall back to them and read along.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > Server parameters > tls_version: TLSv1.2,TLSv1.3.",
		CLI:       "az mysql flexible-server parameter set --resource-group <group> --server-name <server> --name tls_version --value TLSv1.2,TLSv1.3",
		Terraform: "resource \"azurerm_mysql_flexible_server_configuration\" \"example\" {\n  name                = \"tls_version\"\n  resource_group_name = azurerm_resource_group.example.name\n  server_name         = azurerm_mysql_flexible_server.example.name\n  value               = \"TLSv1.2,TLSv1.3\"\n}",
	},
	Aliases: []string{"prowler:mysql_flexible_server_minimum_tls_version_12"},
	Link:    "https://learn.microsoft.com/azure/mysql/flexible-server/security-tls",
	Needs:   []inventory.Source{mysql.Servers, mysql.ServerParameters},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		flexibleserver.JudgeTLS(p, s.Common, s.Parameters, mysql.TLSVersion)
	}),
}
