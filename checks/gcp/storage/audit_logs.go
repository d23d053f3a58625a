package storage

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// AuditLogs asks that accesses to objects are logged.
var AuditLogs = &checks.Check{
	ID:       "gcp-storage-audit-logs",
	Title:    "Reads and writes of objects are logged",
	Why:      "Without Data Access logs nobody can say which objects an intruder has read.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "IAM & Admin > Audit Logs > Google Cloud Storage: Data Read, Data Write.",
		CLI:       "gcloud projects get-iam-policy <project> > policy.yaml, add to auditConfigs the service storage.googleapis.com with the log types DATA_READ and DATA_WRITE, and gcloud projects set-iam-policy <project> policy.yaml",
		Terraform: "resource \"google_project_iam_audit_config\" \"example\" {\n  project = \"example\"\n  service = \"storage.googleapis.com\"\n\n  audit_log_config {\n    log_type = \"DATA_READ\"\n  }\n\n  audit_log_config {\n    log_type = \"DATA_WRITE\"\n  }\n}",
	},
	Aliases: []string{"prowler:cloudstorage_audit_logs_enabled"},
	Link:    "https://cloud.google.com/storage/docs/audit-logging",
	Needs:   append([]inventory.Source{storage.Projects}, auditNeeds...),
	Run: checks.Each(storage.Projects, func(p *checks.Probe, row *storage.Project) {
		on, off := audited(p.Inv, row.Full)
		if yes, ok := on.Get(p); ok && !yes {
			p.Evidence("off", off)
			p.Absentf("neither the project nor what is above it logs %s of Cloud Storage", strings.Join(off, " and "))
		}
	}),
}
