package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// PostgreSQLLogs asks that an instance of PostgreSQL export its logs.
var PostgreSQLLogs = &checks.Check{
	ID:       "aws-rds-postgresql-log-export",
	Title:    "RDS for PostgreSQL publishes its logs to CloudWatch Logs",
	Why:      "Logs on the instance are rotated away within days and go with it. In CloudWatch Logs they outlast it, can be searched and raise alarms.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Log exports: postgresql.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --cloudwatch-logs-export-configuration '{\"EnableLogTypes\":[\"postgresql\"]}' --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  enabled_cloudwatch_logs_exports = [\"postgresql\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.36"}},
	Aliases:  []string{"securityhub:RDS.36"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.html",
	Params:   []*checks.Param{postgreSQLLogsWanted},
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && runs(p, d.Engine, "postgres") && alone(p, d) {
			published(p, d.EnabledCloudwatchLogsExports, p.Strings(postgreSQLLogsWanted))
		}
	}),
}

var postgreSQLLogsWanted = &checks.Param{Name: "logTypes", Default: []string{"postgresql"}, Source: "AWS FSBP, RDS.36"}
