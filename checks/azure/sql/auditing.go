package sql

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// Auditing asks that what happens in the databases is recorded, and that the
// records arrive somewhere.
var Auditing = &checks.Check{
	ID:       "azure-sql-auditing",
	Title:    "Auditing is on for SQL servers, and its records are kept somewhere",
	Why:      "Without an audit nobody can tell who read or changed what, nor that somebody tried to get in.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Security > Auditing > Enable Azure SQL Auditing, with a storage account or a Log Analytics workspace.",
		CLI:       "az sql server audit-policy update --resource-group <group> --name <server> --state Enabled --log-analytics-target-state Enabled --log-analytics-workspace-resource-id <workspace-id>",
		Terraform: "resource \"azurerm_mssql_server_extended_auditing_policy\" \"example\" {\n  server_id              = azurerm_mssql_server.example.id\n  log_monitoring_enabled = true\n}",
	},
	Aliases: []string{"prowler:sqlserver_auditing_enabled"},
	Link:    "https://learn.microsoft.com/azure/azure-sql/database/auditing-overview",
	Needs:   []inventory.Source{sql.ServerAudit, sql.ServerAuditExport},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		a, ok := s.Audit.Get(p)
		if !ok || !audited(p, a) {
			return
		}
		// Azure Monitor is told by a diagnostic setting where to send the
		// records; it is made apart, and can be missing.
		sent := inventory.Then(a.Monitor, func(on bool) inventory.Known[bool] {
			if !on {
				return inventory.Of(false)
			}
			return s.AuditExport
		})
		if kept, ok := inventory.Or(a.Storage, sent).Get(p); ok && !kept {
			p.Evidence("storageEndpoint", "none")
			p.Evidence("diagnosticSetting", "none for SQLSecurityAuditEvents")
			p.Failf("auditing is on, and its records go to no storage account and by no diagnostic setting anywhere")
		}
	}),
}

// audited reports whether auditing is on, and what is wrong where it is not.
func audited(p *checks.Probe, a sql.Audit) bool {
	state, ok := a.State.Get(p)
	switch {
	case !ok:
	case strings.EqualFold(state, "Enabled"):
		return true
	case strings.EqualFold(state, "Disabled"):
		p.Evidence("state", state)
		p.Failf("auditing is off")
	default:
		unheardOf(p, "state of auditing", state)
	}
	return false
}
