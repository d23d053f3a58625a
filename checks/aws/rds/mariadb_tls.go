package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// MariaDBTLS asks that MariaDB refuse connections without TLS.
var MariaDBTLS = &checks.Check{
	ID:       "aws-rds-mariadb-tls-required",
	Title:    "RDS for MariaDB takes connections over TLS only",
	Why:      "A client that does not ask for TLS sends its login and its data in the clear. Only the server can refuse that.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Parameter groups > the group of the DB instance > Edit: require_secure_transport = 1; then restart the instance where the group says pending-reboot.",
		CLI:       "aws rds modify-db-parameter-group --db-parameter-group-name <group> --parameters ParameterName=require_secure_transport,ParameterValue=1,ApplyMethod=pending-reboot",
		Terraform: "resource \"aws_db_parameter_group\" \"example\" {\n  name   = \"tls-only\"\n  family = \"mariadb10.11\"\n\n  parameter {\n    name         = \"require_secure_transport\"\n    value        = \"1\"\n    apply_method = \"pending-reboot\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.44"}},
	Aliases:  []string{"prowler:rds_instance_transport_encrypted", "securityhub:RDS.44"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.html",
	Needs:    []inventory.Source{rds.DBInstances, rds.DBParameters},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && runs(p, d.Engine, "mariadb") && alone(p, d) && since(p, d, tlsSince, "way to require TLS") {
			requiresTLS(p, d, rds.RequireSecureTransport)
		}
	}),
}

// "The require_secure_transport parameter is supported only for MariaDB versions
// 10.5 and later" (Security Hub User Guide, RDS.44).
const tlsSince = "10.5"
