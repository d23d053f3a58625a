package rds

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// AuroraMySQLAuditExport asks that the audit log of Aurora MySQL reach CloudWatch
// Logs, by the setting of the cluster or by the parameter that does the same.
var AuroraMySQLAuditExport = &checks.Check{
	ID:       "aws-rds-aurora-mysql-audit-log-export",
	Title:    "Aurora MySQL clusters publish their audit log to CloudWatch Logs",
	Why:      "The audit log says who connected and what they ran. On the instance it is rotated away within days.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Modify > Log exports: Audit log.",
		CLI:       "aws rds modify-db-cluster --db-cluster-identifier <cluster> --cloudwatch-logs-export-configuration '{\"EnableLogTypes\":[\"audit\"]}' --apply-immediately",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  enabled_cloudwatch_logs_exports = [\"audit\", \"error\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.34"}},
	Aliases:  []string{"securityhub:RDS.34"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html",
	Needs:    []inventory.Source{rds.DBClusters, rds.DBClusterParameters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if !there(p, c.Status) || !runs(p, c.Engine, "aurora-mysql") || !provisioned(p, c) {
			return
		}
		uploads := inventory.Map(clusterParameter(p, c, rds.ServerAuditLogsUpload), truth)
		exports := inventory.Map(c.EnabledCloudwatchLogsExports, func(logs []string) bool { return slices.Contains(logs, "audit") })
		if published, ok := inventory.Or(exports, uploads).Get(p); ok && !published {
			p.Evidence("auditExported", false)
			p.Failf("the audit log is not published to CloudWatch Logs")
		}
	}),
}
