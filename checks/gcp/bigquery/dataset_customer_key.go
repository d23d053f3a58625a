package bigquery

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/bigquery"
	"demarc/providers/inventory"
)

// DatasetCustomerKey asks that new tables get a key of the customer's by
// themselves. A default key of the whole project is not looked at: no API
// gives it.
var DatasetCustomerKey = &checks.Check{
	ID:       "gcp-bigquery-dataset-customer-key",
	Title:    "BigQuery datasets have a default key of the customer's",
	Why:      "Without it a new table has Google's key unless whoever makes it thinks of another.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "BigQuery > Create dataset > Advanced options > Encryption: Cloud KMS key. For a dataset that is there, use the command.",
		CLI:       "bq update --default_kms_key=projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key> <project>:<dataset>",
		Terraform: "resource \"google_bigquery_dataset\" \"example\" {\n  dataset_id = \"example\"\n\n  default_encryption_configuration {\n    kms_key_name = google_kms_crypto_key.example.id\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"7.3"}},
	Aliases:  []string{"prowler:bigquery_dataset_cmk_encryption"},
	Link:     "https://cloud.google.com/bigquery/docs/customer-managed-encryption",
	Needs:    []inventory.Source{bigquery.Datasets},
	Run: checks.Each(bigquery.Datasets, func(p *checks.Probe, d *bigquery.Dataset) {
		switch kind, ok := d.Type.Get(p); {
		case !ok:
			return
		case kind == "LINKED":
			p.Skipf("the dataset is a link to one of a publisher's, whose key it is")
			return
		case kind == "EXTERNAL":
			p.Skipf("the dataset's data is outside BigQuery")
			return
		}
		if key, ok := d.KMSKey.Get(p); ok && key == "" {
			p.Evidence("defaultKmsKeyName", "")
			p.Failf("the key of new tables is Google's own")
		}
	}),
}
