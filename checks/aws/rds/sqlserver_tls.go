package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// SQLServerTLS asks that SQL Server refuse connections without TLS.
var SQLServerTLS = &checks.Check{
	ID:       "aws-rds-sqlserver-tls-required",
	Title:    "RDS for SQL Server takes connections over TLS only",
	Why:      "A client that does not ask for TLS sends its login and its data in the clear. Only the server can refuse that.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Parameter groups > the group of the DB instance > Edit: rds.force_ssl = 1; then restart the instance where the group says pending-reboot.",
		CLI:       "aws rds modify-db-parameter-group --db-parameter-group-name <group> --parameters ParameterName=rds.force_ssl,ParameterValue=1,ApplyMethod=pending-reboot",
		Terraform: "resource \"aws_db_parameter_group\" \"example\" {\n  name   = \"tls-only\"\n  family = \"sqlserver-se-16.0\"\n\n  parameter {\n    name         = \"rds.force_ssl\"\n    value        = \"1\"\n    apply_method = \"pending-reboot\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.41"}},
	Aliases:  []string{"prowler:rds_instance_transport_encrypted", "securityhub:RDS.41"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html",
	Needs:    []inventory.Source{rds.DBInstances, rds.DBParameters},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && runs(p, d.Engine, "sqlserver-") && alone(p, d) {
			requiresTLS(p, d, rds.ForceSSL)
		}
	}),
}
