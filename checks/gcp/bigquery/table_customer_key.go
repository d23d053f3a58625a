package bigquery

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/bigquery"
	"demarc/providers/inventory"
)

// TableCustomerKey asks that tables are encrypted with a key of the customer's.
var TableCustomerKey = &checks.Check{
	ID:       "gcp-bigquery-table-customer-key",
	Title:    "BigQuery tables are encrypted with a key of the customer's",
	Why:      "Whoever holds the key decides who reads the table, sees its use, and can end it for good by destroying the key.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "BigQuery > Create table > Advanced options > Encryption: Cloud KMS key. For a table that is there, use the command.",
		CLI:       "bq cp -f --destination_kms_key=projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key> <dataset>.<table> <dataset>.<table>",
		Terraform: "resource \"google_bigquery_table\" \"example\" {\n  dataset_id = \"example\"\n  table_id   = \"example\"\n\n  encryption_configuration {\n    kms_key_name = google_kms_crypto_key.example.id\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"7.2"}},
	Aliases:  []string{"prowler:bigquery_table_cmk_encryption"},
	Link:     "https://cloud.google.com/bigquery/docs/customer-managed-encryption",
	Needs:    []inventory.Source{bigquery.Tables},
	Run: checks.Each(bigquery.Tables, func(p *checks.Probe, t *bigquery.Table) {
		switch kind, ok := t.Type.Get(p); {
		case !ok:
			return
		case kind == "VIEW":
			p.Skipf("a view stores nothing")
			return
		case kind == "EXTERNAL":
			p.Skipf("the table's data is outside BigQuery")
			return
		}
		if key, ok := t.KMSKey.Get(p); ok && key == "" {
			p.Evidence("kmsKeyName", "")
			p.Failf("the key is Google's own")
		}
	}),
}
