package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneAudit asks that a Neptune cluster write an audit log and publish it: what is
// not written cannot be published.
var NeptuneAudit = &checks.Check{
	ID:       "aws-neptune-cluster-audit-log-export",
	Title:    "Neptune clusters write an audit log and publish it to CloudWatch Logs",
	Why:      "Without it nobody can tell later who queried or changed the graph. An export alone publishes nothing while the engine writes no audit log.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Neptune > Clusters > the cluster > Modify > Log exports: Audit log. And Neptune > Parameter groups > the cluster's group: neptune_enable_audit_log = 1.",
		CLI:       "aws neptune modify-db-cluster --db-cluster-identifier <cluster> --cloudwatch-logs-export-configuration '{\"EnableLogTypes\":[\"audit\"]}' --apply-immediately",
		Terraform: "resource \"aws_neptune_cluster\" \"example\" {\n  enable_cloudwatch_logs_exports = [\"audit\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Neptune.2"}},
	Aliases:  []string{"prowler:neptune_cluster_integration_cloudwatch_logs", "securityhub:Neptune.2"},
	Link:     "https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html",
	Needs:    []inventory.Source{rds.NeptuneClusters, rds.DBClusterParameters},
	Run: checks.Each(rds.NeptuneClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			published(p, c.EnabledCloudwatchLogsExports, []string{"audit"})
			clusterSwitch(p, c, rds.NeptuneAuditLog, false, "the engine writes no audit log")
		}
	}),
}
