package cloudsql

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// DeletionProtection asks that an instance is not deleted by mistake.
var DeletionProtection = &checks.Check{
	ID:       "gcp-cloudsql-deletion-protection",
	Title:    "Cloud SQL instances are protected against deletion",
	Why:      "One call deletes an instance with its backups; with the protection it takes two, the first of which is noticed.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud SQL > Instances > the instance > Edit > Data Protection: Enable deletion protection.",
		CLI:       "gcloud sql instances patch <instance> --deletion-protection",
		Terraform: "resource \"google_sql_database_instance\" \"example\" {\n  settings {\n    deletion_protection_enabled = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.9"}},
	Link:     "https://cloud.google.com/sql/docs/mysql/deletion-protection",
	Needs:    []inventory.Source{cloudsql.Instances},
	Run: each(func(p *checks.Probe, i *cloudsql.Instance) {
		if !original(p, i, "it can be made anew from its primary") {
			return
		}
		if on, ok := i.DeletionProtection.Get(p); ok && !on {
			p.Evidence("deletionProtectionEnabled", false)
			p.Failf("one call deletes the instance")
		}
	}),
}
