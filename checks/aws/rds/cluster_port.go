package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterPort asks that a cluster not listen on its engine's own port.
var ClusterPort = &checks.Check{
	ID:       "aws-rds-cluster-non-default-port",
	Title:    "RDS clusters listen on other ports than their engine's default",
	Why:      "Scans for databases try the default ports first. Another port does not protect a database, but takes it out of the widest searches.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Modify > Connectivity > Additional configuration: Database port.",
		CLI:       "aws rds modify-db-cluster --db-cluster-identifier <cluster> --port <port> --apply-immediately",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  port = 6033\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.23"}},
	Aliases:  []string{"prowler:rds_cluster_non_default_port", "securityhub:RDS.23"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html",
	Params:   []*checks.Param{defaultPorts},
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			onDefaultPort(p, c.Engine, c.Port)
		}
	}),
}
