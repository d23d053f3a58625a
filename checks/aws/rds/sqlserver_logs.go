package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// SQLServerLogs asks that an instance of SQL Server export its logs.
var SQLServerLogs = &checks.Check{
	ID:       "aws-rds-sqlserver-log-export",
	Title:    "RDS for SQL Server publishes its logs to CloudWatch Logs",
	Why:      "Logs on the instance are rotated away within days and go with it. In CloudWatch Logs they outlast it, can be searched and raise alarms.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Log exports: agent, error.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --cloudwatch-logs-export-configuration '{\"EnableLogTypes\":[\"agent\",\"error\"]}' --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  enabled_cloudwatch_logs_exports = [\"agent\", \"error\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.40"}},
	Aliases:  []string{"securityhub:RDS.40"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.SQLServer.html",
	Params:   []*checks.Param{sQLServerLogsWanted},
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && runs(p, d.Engine, "sqlserver-") && alone(p, d) {
			published(p, d.EnabledCloudwatchLogsExports, p.Strings(sQLServerLogsWanted))
		}
	}),
}

var sQLServerLogsWanted = &checks.Param{Name: "logTypes", Default: []string{"agent", "error"}, Source: "AWS FSBP, RDS.40"}
