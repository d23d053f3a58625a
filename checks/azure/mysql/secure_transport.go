package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// SecureTransport asks that connections without TLS are refused.
var SecureTransport = &checks.Check{
	ID:       "azure-mysql-secure-transport",
	Title:    "MySQL servers refuse connections without TLS",
	Why:      "Without TLS, passwords and data can be read and changed on the way.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > Server parameters > require_secure_transport: ON.",
		CLI:       "az mysql flexible-server parameter set --resource-group <group> --server-name <server> --name require_secure_transport --value ON",
		Terraform: "resource \"azurerm_mysql_flexible_server_configuration\" \"example\" {\n  name                = \"require_secure_transport\"\n  resource_group_name = azurerm_resource_group.example.name\n  server_name         = azurerm_mysql_flexible_server.example.name\n  value               = \"ON\"\n}",
	},
	Aliases: []string{"prowler:mysql_flexible_server_ssl_connection_enabled"},
	Link:    "https://learn.microsoft.com/azure/mysql/flexible-server/security-tls",
	Needs:   []inventory.Source{mysql.Servers, mysql.ServerParameters},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		flexibleserver.JudgeOn(p, s.Common, s.Parameters, mysql.SecureTransport, "connections without TLS are taken")
	}),
}
