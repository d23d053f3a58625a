package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// MariaDBLogs asks that an instance of MariaDB export its logs.
var MariaDBLogs = &checks.Check{
	ID:       "aws-rds-mariadb-log-export",
	Title:    "RDS for MariaDB publishes its logs to CloudWatch Logs",
	Why:      "Logs on the instance are rotated away within days and go with it. In CloudWatch Logs they outlast it, can be searched and raise alarms.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Log exports: audit, error.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --cloudwatch-logs-export-configuration '{\"EnableLogTypes\":[\"audit\",\"error\"]}' --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  enabled_cloudwatch_logs_exports = [\"audit\", \"error\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.42"}},
	Aliases:  []string{"securityhub:RDS.42"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.MariaDB.PublishtoCloudWatchLogs.html",
	Params:   []*checks.Param{mariaDBLogsWanted},
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && runs(p, d.Engine, "mariadb") && alone(p, d) {
			published(p, d.EnabledCloudwatchLogsExports, p.Strings(mariaDBLogsWanted))
		}
	}),
}

var mariaDBLogsWanted = &checks.Param{Name: "logTypes", Default: []string{"audit", "error"}, Source: "AWS FSBP, RDS.42"}
