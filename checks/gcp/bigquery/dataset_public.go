package bigquery

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/public"
	"demarc/providers/gcp/bigquery"
	"demarc/providers/inventory"
)

// DatasetPublic asks that not everybody may read a dataset.
var DatasetPublic = &checks.Check{
	ID:       "gcp-bigquery-dataset-not-public",
	Title:    "BigQuery datasets are not open to everybody",
	Why:      "allAuthenticatedUsers is whoever has some Google account, not the people of the organization.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "BigQuery > the dataset > Sharing > Permissions: remove allUsers and allAuthenticatedUsers.",
		CLI:       "bq remove-iam-policy-binding --member=allAuthenticatedUsers --role=<role> <project>:<dataset>",
		Terraform: "resource \"google_bigquery_dataset\" \"example\" {\n  dataset_id = \"example\"\n\n  access {\n    role           = \"READER\"\n    group_by_email = \"analysts@example.com\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"7.1"}},
	Aliases:  []string{"prowler:bigquery_dataset_public_access"},
	Link:     "https://cloud.google.com/bigquery/docs/control-access-to-resources-iam",
	Needs:    append([]inventory.Source{bigquery.Datasets}, public.Needs...),
	Run: checks.Each(bigquery.Datasets, func(p *checks.Probe, d *bigquery.Dataset) {
		if all, _ := d.Access.Get(p); len(all) > 0 {
			p.Evidence("role", all[0].Role)
			p.Evidence("member", all[0].Member)
			p.Failf("%s is granted to %s", all[0].Role, all[0].Member)
			return
		}
		public.Failf(p, d.Full, "the dataset")
	}),
}
