package cloudsql

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// PublicIP asks that instances are reached by private ways alone. Each has a
// public address, a private one, or Private Service Connect.
var PublicIP = &checks.Check{
	ID:       "gcp-cloudsql-public-ip",
	Title:    "Cloud SQL instances have no public address",
	Why:      "What has no public address cannot be attacked from the internet, whatever becomes of its other settings.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Cloud SQL > Instances > the instance > Connections > Networking: select Private IP, or Private Service Connect, and clear Public IP.",
		CLI:       "gcloud sql instances patch <instance> --network=projects/<project>/global/networks/<network> --no-assign-ip",
		Terraform: "resource \"google_sql_database_instance\" \"example\" {\n  settings {\n    ip_configuration {\n      ipv4_enabled    = false\n      private_network = google_compute_network.example.id\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.7"}},
	Aliases:  []string{"prowler:cloudsql_instance_public_ip", "prowler:cloudsql_instance_private_ip_assignment"},
	Link:     "https://cloud.google.com/sql/docs/mysql/private-ip",
	Needs:    []inventory.Source{cloudsql.Instances},
	Run: each(func(p *checks.Probe, i *cloudsql.Instance) {
		if public, ok := i.PublicIP.Get(p); ok && public {
			p.Evidence("ipv4Enabled", true)
			p.Failf("the instance has a public address")
		}
	}),
}
