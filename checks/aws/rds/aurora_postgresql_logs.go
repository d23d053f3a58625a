package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// AuroraPostgreSQLLogs asks that Aurora PostgreSQL export its log.
var AuroraPostgreSQLLogs = &checks.Check{
	ID:       "aws-rds-aurora-postgresql-log-export",
	Title:    "Aurora PostgreSQL clusters publish their log to CloudWatch Logs",
	Why:      "The log on the instances is rotated away within days and goes with them. In CloudWatch Logs it outlasts them, can be searched and raises alarms.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Modify > Log exports: PostgreSQL log.",
		CLI:       "aws rds modify-db-cluster --db-cluster-identifier <cluster> --cloudwatch-logs-export-configuration '{\"EnableLogTypes\":[\"postgresql\"]}' --apply-immediately",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  enabled_cloudwatch_logs_exports = [\"postgresql\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.37"}},
	Aliases:  []string{"prowler:rds_cluster_integration_cloudwatch_logs", "securityhub:RDS.37"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.CloudWatch.html",
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) && runs(p, c.Engine, "aurora-postgresql") && provisioned(p, c) {
			published(p, c.EnabledCloudwatchLogsExports, []string{"postgresql"})
		}
	}),
}
