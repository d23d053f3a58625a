package sql

import (
	"demarc/checks"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

var minAuditDays = &checks.Param{Name: "minDays", Default: 90, Unit: "days", Source: "Azure Policy: SQL servers with auditing to storage account destination should be configured with 90 days retention or higher"}

// AuditRetention asks that audit records are kept for some months.
var AuditRetention = &checks.Check{
	ID:       "azure-sql-audit-retention",
	Title:    "Audit records of SQL servers are kept for some months",
	Why:      "Break-ins are found months later; by then the records that tell how they began must still be there.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "SQL servers > the server > Security > Auditing > Storage > Advanced properties > Retention (days): 90 or more, or 0 for no end.",
		CLI:       "az sql server audit-policy update --resource-group <group> --name <server> --state Enabled --blob-storage-target-state Enabled --storage-account <account> --retention-days 90",
		Terraform: "resource \"azurerm_mssql_server_extended_auditing_policy\" \"example\" {\n  server_id         = azurerm_mssql_server.example.id\n  storage_endpoint  = azurerm_storage_account.example.primary_blob_endpoint\n  retention_in_days = 90\n}",
	},
	Aliases: []string{"prowler:sqlserver_auditing_retention_90_days"},
	Link:    "https://learn.microsoft.com/azure/azure-sql/database/auditing-setup",
	Params:  []*checks.Param{minAuditDays},
	Needs:   []inventory.Source{sql.ServerAudit},
	Run: checks.Each(sql.Servers, func(p *checks.Probe, s *sql.Server) {
		a, ok := s.Audit.Get(p)
		if !ok || !audited(p, a) {
			return
		}
		storage, ok := a.Storage.Get(p)
		if !ok {
			return
		}
		if !storage {
			p.Skipf("the records go to no storage account: what Azure Monitor sends them to says how long it keeps them")
			return
		}
		days, ok := a.Days.Get(p)
		if want := p.Int(minAuditDays); ok && days != 0 && days < want { // 0: kept without end
			p.Evidence("retentionDays", days)
			p.Failf("the storage account keeps audit records for %d days, fewer than %d", days, want)
		}
	}),
}
