package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// DocumentDBAudit asks that a DocumentDB cluster write an audit log and publish it:
// what is not written cannot be published.
var DocumentDBAudit = &checks.Check{
	ID:       "aws-documentdb-cluster-audit-log-export",
	Title:    "DocumentDB clusters write an audit log and publish it to CloudWatch Logs",
	Why:      "Without it nobody can tell later who logged in and what they changed. An export alone publishes nothing while auditing is disabled.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "DocumentDB > Clusters > the cluster > Modify > Log exports: Audit logs. And DocumentDB > Parameter groups > the cluster's group: audit_logs = enabled.",
		CLI:       "aws docdb modify-db-cluster --db-cluster-identifier <cluster> --cloudwatch-logs-export-configuration '{\"EnableLogTypes\":[\"audit\"]}' --apply-immediately",
		Terraform: "resource \"aws_docdb_cluster\" \"example\" {\n  enabled_cloudwatch_logs_exports = [\"audit\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"DocumentDB.4"}},
	Aliases:  []string{"prowler:documentdb_cluster_cloudwatch_log_export", "securityhub:DocumentDB.4"},
	Link:     "https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html",
	Needs:    []inventory.Source{rds.DocumentDBClusters, rds.DBClusterParameters},
	Run: checks.Each(rds.DocumentDBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if !there(p, c.Status) {
			return
		}
		published(p, c.EnabledCloudwatchLogsExports, []string{"audit"})
		value, ok := clusterParameter(p, c, rds.DocumentDBAuditLogs).Get(p)
		switch {
		case !ok:
		case value == "":
			p.Missed(broken("", "no value is given for %s", rds.DocumentDBAuditLogs))
		case value == "disabled" || value == "none":
			p.Evidence(rds.DocumentDBAuditLogs, value)
			p.Failf("auditing is %s", value)
		}
	}),
}
