package bigquery

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/public"
	"demarc/providers/gcp/bigquery"
	"demarc/providers/inventory"
)

// TablePublic asks the same of single tables and views.
var TablePublic = &checks.Check{
	ID:       "gcp-bigquery-table-not-public",
	Title:    "BigQuery tables are not open to everybody",
	Why:      "A table may be shared by itself, and then looks closed from its dataset.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "BigQuery > the table > Share > Manage permissions: remove allUsers and allAuthenticatedUsers.",
		CLI:       "bq remove-iam-policy-binding --member=allUsers --role=<role> <project>:<dataset>.<table>",
		Terraform: "resource \"google_bigquery_table_iam_binding\" \"example\" {\n  dataset_id = \"example\"\n  table_id   = \"example\"\n  role       = \"roles/bigquery.dataViewer\"\n  members    = [\"group:analysts@example.com\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"7.1"}},
	Link:     "https://cloud.google.com/bigquery/docs/table-access-controls-intro",
	Needs:    append([]inventory.Source{bigquery.Tables}, public.Needs...),
	Run: checks.Each(bigquery.Tables, func(p *checks.Probe, t *bigquery.Table) {
		public.Failf(p, t.Full, "the table")
	}),
}
