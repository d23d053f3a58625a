package cloudsql

import (
	"demarc/checks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// CustomerKey asks that the data is encrypted with the customer's key.
var CustomerKey = &checks.Check{
	ID:       "gcp-cloudsql-customer-key",
	Title:    "Cloud SQL instances are encrypted with a key of the customer's",
	Why:      "Whoever holds the key decides who reads the data, sees its use, and can end it for good by destroying the key.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "A key is chosen when an instance is made: Cloud SQL > Create instance > Data Protection > Encryption: Cloud KMS key. Restore a backup to the new instance.",
		CLI:       "gcloud sql instances create <new-instance> --disk-encryption-key=projects/<project>/locations/<region>/keyRings/<ring>/cryptoKeys/<key>",
		Terraform: "resource \"google_sql_database_instance\" \"example\" {\n  encryption_key_name = google_kms_crypto_key.example.id\n}",
	},
	Aliases: []string{"prowler:cloudsql_instance_cmek_encryption_enabled"},
	Link:    "https://cloud.google.com/sql/docs/mysql/cmek",
	Needs:   []inventory.Source{cloudsql.Instances},
	Run: each(func(p *checks.Probe, i *cloudsql.Instance) {
		if key, ok := i.KMSKey.Get(p); ok && key == "" {
			p.Evidence("kmsKeyName", "")
			p.Failf("the key is Google's own")
		}
	}),
}
