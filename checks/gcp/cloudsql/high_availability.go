package cloudsql

import (
	"demarc/checks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// HighAvailability asks for a standby in another zone.
var HighAvailability = &checks.Check{
	ID:       "gcp-cloudsql-high-availability",
	Title:    "Cloud SQL instances have a standby in another zone",
	Why:      "When the zone of an instance fails, it stays away until the zone is back.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Cloud SQL > Instances > the instance > Edit > Zonal availability: Multiple zones (Highly available).",
		CLI:       "gcloud sql instances patch <instance> --availability-type=REGIONAL",
		Terraform: "resource \"google_sql_database_instance\" \"example\" {\n  settings {\n    availability_type = \"REGIONAL\"\n  }\n}",
	},
	Aliases: []string{"prowler:cloudsql_instance_high_availability_enabled"},
	Link:    "https://cloud.google.com/sql/docs/mysql/high-availability",
	Needs:   []inventory.Source{cloudsql.Instances},
	Run: each(func(p *checks.Probe, i *cloudsql.Instance) {
		if !original(p, i, "its primary is what is kept available") {
			return
		}
		switch kind, ok := i.Availability.Get(p); {
		case !ok || kind == "REGIONAL":
		case kind == "ZONAL":
			p.Evidence("availabilityType", kind)
			p.Failf("the instance is in one zone")
		default:
			unheardOf(p, "type of availability", kind)
		}
	}),
}
