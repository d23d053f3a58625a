package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterAdmin asks that the administrator of a cluster have a name of its own.
var ClusterAdmin = &checks.Check{
	ID:       "aws-rds-cluster-custom-admin-name",
	Title:    "The administrator of RDS clusters has a name other than the engine's default",
	Why:      "Half of a login is known beforehand where the name is the one that AWS suggests; guessing is then down to the password.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "RDS > Create database > Settings: Master username. The name of an existing cluster cannot be changed.",
		CLI:       "aws rds create-db-cluster --db-cluster-identifier <cluster> --engine <engine> --master-username <name> --manage-master-user-password",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  master_username             = \"keeper\"\n  manage_master_user_password = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.24"}},
	Aliases:  []string{"prowler:rds_cluster_default_admin", "securityhub:RDS.24"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.CreateInstance.html",
	Params:   []*checks.Param{defaultAdmins},
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			wellKnown(p, c.MasterUsername)
		}
	}),
}
