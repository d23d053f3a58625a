package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterIAMAuthentication asks that clusters take logins by IAM.
var ClusterIAMAuthentication = &checks.Check{
	ID:       "aws-rds-cluster-iam-authentication",
	Title:    "RDS clusters accept logins by IAM",
	Why:      "Database passwords are shared and live long. A token from IAM lasts 15 minutes and is tied to one principal.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Modify > Database authentication: Password and IAM database authentication.",
		CLI:       "aws rds modify-db-cluster --db-cluster-identifier <cluster> --enable-iam-database-authentication --apply-immediately",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  iam_database_authentication_enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.12"}},
	Aliases:  []string{"prowler:rds_cluster_iam_authentication_enabled", "securityhub:RDS.12"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html",
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) && provisioned(p, c) {
			on(p, c.IAMDatabaseAuthenticationEnabled, "iamDatabaseAuthenticationEnabled", "logins by IAM are off")
		}
	}),
}
