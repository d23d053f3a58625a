package cloudsql

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// ofOriginal is why replicas are not asked for backups: "You can't take backups
// of read replicas" ("About Cloud SQL backups").
const ofOriginal = "backups are of its primary"

// AutomatedBackups asks that each instance is backed up by itself.
var AutomatedBackups = &checks.Check{
	ID:       "gcp-cloudsql-automated-backups",
	Title:    "Cloud SQL instances are backed up every day",
	Why:      "Without backups a deleted table, or data that was encrypted for a ransom, is lost.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud SQL > Instances > the instance > Backups > Edit: Automated daily backups.",
		CLI:       "gcloud sql instances patch <instance> --backup-start-time=02:00",
		Terraform: "resource \"google_sql_database_instance\" \"example\" {\n  settings {\n    backup_configuration {\n      enabled    = true\n      start_time = \"02:00\"\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.8"}},
	Aliases:  []string{"prowler:cloudsql_instance_automated_backups"},
	Link:     "https://cloud.google.com/sql/docs/mysql/backup-recovery/backups",
	Needs:    []inventory.Source{cloudsql.Instances},
	Run: each(func(p *checks.Probe, i *cloudsql.Instance) {
		if !original(p, i, ofOriginal) {
			return
		}
		if made, ok := inventory.Or(i.Backups, elsewhere(i)).Get(p); ok && !made {
			p.Evidence("backupConfiguration.enabled", false)
			p.Failf("the instance is not backed up")
		}
	}),
}

// elsewhere reports whether a backup plan of Backup and DR makes the backups.
func elsewhere(i *cloudsql.Instance) inventory.Known[bool] {
	return inventory.Map(i.BackupTier, func(tier string) bool { return tier == "ENHANCED" || tier == "ADVANCED" })
}

// PointInTimeRecovery asks that the state of any moment can be had.
var PointInTimeRecovery = &checks.Check{
	ID:       "gcp-cloudsql-point-in-time-recovery",
	Title:    "Cloud SQL instances can be recovered to any moment",
	Why:      "A daily backup alone loses what was written since, up to a day's work.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud SQL > Instances > the instance > Backups > Edit: Enable point-in-time recovery.",
		CLI:       "gcloud sql instances patch <instance> --enable-point-in-time-recovery",
		Terraform: "resource \"google_sql_database_instance\" \"example\" {\n  settings {\n    backup_configuration {\n      enabled                        = true\n      point_in_time_recovery_enabled = true\n    }\n  }\n}",
	},
	Link:  "https://cloud.google.com/sql/docs/postgres/backup-recovery/pitr",
	Needs: []inventory.Source{cloudsql.Instances},
	Run: each(func(p *checks.Probe, i *cloudsql.Instance) {
		if !original(p, i, ofOriginal) {
			return
		}
		if on, ok := i.PointInTime.Get(p); ok && !on {
			p.Evidence("pointInTimeRecovery", false)
			p.Failf("the instance can be recovered to its last backup and no further")
		}
	}),
}
