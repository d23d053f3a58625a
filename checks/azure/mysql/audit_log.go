package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	servers "demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// AuditLog asks that what happens in a server is recorded, and that the records arrive somewhere.
var AuditLog = &checks.Check{
	ID:       "azure-mysql-audit-log",
	Title:    "The audit log of MySQL servers is on and sent somewhere",
	Why:      "Without an audit nobody can tell who read or changed what, nor that somebody tried to get in.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > Server parameters > audit_log_enabled: ON; Monitoring > Diagnostic settings > Add: MySQL Audit Logs.",
		CLI:       "az mysql flexible-server parameter set --resource-group <group> --server-name <server> --name audit_log_enabled --value ON",
		Terraform: "resource \"azurerm_mysql_flexible_server_configuration\" \"example\" {\n  name                = \"audit_log_enabled\"\n  resource_group_name = azurerm_resource_group.example.name\n  server_name         = azurerm_mysql_flexible_server.example.name\n  value               = \"ON\"\n}\n\nresource \"azurerm_monitor_diagnostic_setting\" \"example\" {\n  name                       = \"audit\"\n  target_resource_id         = azurerm_mysql_flexible_server.example.id\n  log_analytics_workspace_id = azurerm_log_analytics_workspace.example.id\n  enabled_log {\n    category = \"MySqlAuditLogs\"\n  }\n}",
	},
	Aliases: []string{"prowler:mysql_flexible_server_audit_log_enabled"},
	Link:    "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-audit-logs",
	Needs:   []inventory.Source{mysql.Servers, mysql.ServerParameters, mysql.ServerDiagnostics},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		if !flexibleserver.Lives(p, s.Common) {
			return
		}
		on, ok := flexibleserver.On(s.Parameters, mysql.AuditLog).Get(p)
		if !ok {
			return
		}
		if !on {
			p.Evidence(mysql.AuditLog, "off")
			p.Failf("the audit log is off")
			return
		}
		// The log is kept nowhere on the server: diagnostic settings send it.
		sent := inventory.Then(s.Diagnostics, func(all []servers.Diagnostic) inventory.Known[bool] { return servers.Sent(all, "MySqlAuditLogs") })
		if sent, ok := sent.Get(p); ok && !sent {
			p.Evidence("diagnosticSetting", "none for MySqlAuditLogs")
			p.Failf("the audit log is on, and no diagnostic setting sends it anywhere")
		}
	}),
}
