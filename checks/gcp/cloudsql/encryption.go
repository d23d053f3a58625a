package cloudsql

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// Encryption asks that connections cannot be read on the way. The reference,
// "IpConfiguration": sslMode has priority over requireSsl.
var Encryption = &checks.Check{
	ID:       "gcp-cloudsql-encrypted-connections",
	Title:    "Cloud SQL instances take encrypted connections alone",
	Why:      "Passwords and data on a connection without TLS can be read by whoever is on the way.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud SQL > Instances > the instance > Connections > Security > Manage SSL mode: Allow only SSL connections, or Require trusted client certificates.",
		CLI:       "gcloud sql instances patch <instance> --ssl-mode=ENCRYPTED_ONLY",
		Terraform: "resource \"google_sql_database_instance\" \"example\" {\n  settings {\n    ip_configuration {\n      ssl_mode = \"ENCRYPTED_ONLY\"\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.4"}},
	Aliases:  []string{"prowler:cloudsql_instance_ssl_connections"},
	Link:     "https://cloud.google.com/sql/docs/mysql/configure-ssl-instance",
	Needs:    []inventory.Source{cloudsql.Instances},
	Run: each(func(p *checks.Probe, i *cloudsql.Instance) {
		enforced := inventory.Then(i.SSLMode, func(mode string) inventory.Known[bool] {
			switch mode {
			case "ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED":
				return inventory.Of(true)
			case "ALLOW_UNENCRYPTED_AND_ENCRYPTED":
				return inventory.Of(false)
			case "", "SSL_MODE_UNSPECIFIED":
				return i.RequireSSL
			}
			return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "what the SSL mode " + mode + " means"})
		})
		// The connectors encrypt what they send.
		connectors := inventory.Map(i.Connectors, func(c string) bool { return c == "REQUIRED" })
		if ok, known := inventory.Or(enforced, connectors).Get(p); known && !ok {
			if mode, _ := i.SSLMode.Peek(); mode != "" {
				p.Evidence("sslMode", mode)
			} else {
				p.Evidence("requireSsl", false)
			}
			p.Failf("connections without TLS are taken too")
		}
	}),
}
