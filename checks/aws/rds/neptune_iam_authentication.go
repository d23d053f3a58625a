package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneIAMAuthentication asks that requests to Neptune be signed.
var NeptuneIAMAuthentication = &checks.Check{
	ID:       "aws-neptune-cluster-iam-authentication",
	Title:    "Neptune clusters authenticate requests by IAM",
	Why:      "Neptune has no users of its own: without IAM authentication whoever reaches the port may query and change the graph.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Neptune > Clusters > the cluster > Modify > Authentication: Turn on IAM database authentication.",
		CLI:       "aws neptune modify-db-cluster --db-cluster-identifier <cluster> --enable-iam-database-authentication --apply-immediately",
		Terraform: "resource \"aws_neptune_cluster\" \"example\" {\n  iam_database_authentication_enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Neptune.7"}},
	Aliases:  []string{"prowler:neptune_cluster_iam_authentication_enabled", "securityhub:Neptune.7"},
	Link:     "https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html",
	Needs:    []inventory.Source{rds.NeptuneClusters},
	Run: checks.Each(rds.NeptuneClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			on(p, c.IAMDatabaseAuthenticationEnabled, "iamDatabaseAuthenticationEnabled", "requests need no credentials of IAM")
		}
	}),
}
