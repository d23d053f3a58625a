package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterBacktrack asks that Aurora MySQL clusters can be wound back.
var ClusterBacktrack = &checks.Check{
	ID:       "aws-rds-aurora-mysql-backtrack",
	Title:    "Aurora MySQL clusters can be wound back in time",
	Why:      "Backtracking undoes a mistaken change within minutes and in place, where restoring a backup takes hours and a new cluster.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Databases > Create database > Aurora MySQL > Additional configuration > Backtrack: Enable. It cannot be enabled on an existing cluster that was made without it: clone or restore it with backtracking enabled.",
		CLI:       "aws rds restore-db-cluster-to-point-in-time --db-cluster-identifier <new-cluster> --source-db-cluster-identifier <cluster> --restore-type copy-on-write --use-latest-restorable-time --backtrack-window 86400",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  backtrack_window = 86400\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.14"}},
	Aliases:  []string{"prowler:rds_cluster_backtrack_enabled", "securityhub:RDS.14"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html",
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if !there(p, c.Status) || !runs(p, c.Engine, "aurora", "aurora-mysql") || !provisioned(p, c) {
			return
		}
		if w, ok := c.BacktrackWindow.Get(p); ok && w == 0 {
			p.Evidence("backtrackWindow", 0)
			p.Failf("backtracking is off")
		}
	}),
}
