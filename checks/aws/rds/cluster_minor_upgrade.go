package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterMinorUpgrade asks that Multi-AZ DB clusters take minor versions by
// themselves. For Aurora each instance is judged.
var ClusterMinorUpgrade = &checks.Check{
	ID:       "aws-rds-cluster-auto-minor-upgrade",
	Title:    "Multi-AZ DB clusters take minor versions of their engine automatically",
	Why:      "Minor versions carry the security fixes of the engine. Databases that wait for somebody to remember them stay open to known faults.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Modify > Maintenance: Enable auto minor version upgrade.",
		CLI:       "aws rds modify-db-cluster --db-cluster-identifier <cluster> --auto-minor-version-upgrade --apply-immediately",
		Terraform: "resource \"awscc_rds_db_cluster\" \"example\" {\n  engine                     = \"postgres\"\n  db_cluster_instance_class  = \"db.r6gd.large\"\n  auto_minor_version_upgrade = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.35"}},
	Aliases:  []string{"prowler:rds_cluster_minor_version_upgrade_enabled", "securityhub:RDS.35"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/modify-multi-az-db-cluster.html",
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) && runs(p, c.Engine, "mysql", "postgres") {
			on(p, c.AutoMinorVersionUpgrade, "autoMinorVersionUpgrade", "minor versions are not applied automatically")
		}
	}),
}
