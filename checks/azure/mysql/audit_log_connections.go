package mysql

import (
	"strings"

	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// AuditLogConnections asks that the audit log holds logins.
var AuditLogConnections = &checks.Check{
	ID:       "azure-mysql-audit-log-connections",
	Title:    "The audit log of MySQL servers holds logins",
	Why:      "Without them nobody can tell who was inside, nor who tried to get in.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > Server parameters > audit_log_events: CONNECTION.",
		CLI:       "az mysql flexible-server parameter set --resource-group <group> --server-name <server> --name audit_log_events --value CONNECTION",
		Terraform: "resource \"azurerm_mysql_flexible_server_configuration\" \"example\" {\n  name                = \"audit_log_events\"\n  resource_group_name = azurerm_resource_group.example.name\n  server_name         = azurerm_mysql_flexible_server.example.name\n  value               = \"CONNECTION\"\n}",
	},
	Aliases: []string{"prowler:mysql_flexible_server_audit_log_connection_activated"},
	Link:    "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-audit-logs",
	Needs:   []inventory.Source{mysql.Servers, mysql.ServerParameters},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		if !flexibleserver.Lives(p, s.Common) {
			return
		}
		logins := inventory.Map(flexibleserver.Value(s.Parameters, mysql.AuditEvents), func(events string) bool {
			for _, e := range strings.Split(events, ",") {
				if e = strings.ToUpper(strings.TrimSpace(e)); e == "CONNECTION" || e == "CONNECTION_V2" {
					return true
				}
			}
			return false // GENERAL and the others hold statements, no logins
		})
		if ok, known := inventory.And(flexibleserver.On(s.Parameters, mysql.AuditLog), logins).Get(p); known && !ok {
			if on, known := flexibleserver.On(s.Parameters, mysql.AuditLog).Peek(); known && !on {
				p.Evidence(mysql.AuditLog, "off")
				p.Failf("the audit log is off")
				return
			}
			events, _ := flexibleserver.Value(s.Parameters, mysql.AuditEvents).Peek()
			p.Evidence(mysql.AuditEvents, events)
			p.Failf("the audit log holds no logins")
		}
	}),
}
