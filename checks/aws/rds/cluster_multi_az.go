package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterMultiAZ asks that a cluster have instances in more than one zone.
var ClusterMultiAZ = &checks.Check{
	ID:       "aws-rds-cluster-multi-az",
	Title:    "RDS clusters have instances in more than one Availability Zone",
	Why:      "When the zone of the only instance fails, nothing is there to take over: the cluster is down until a new instance has been made.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Actions > Add reader, in another zone.",
		CLI:       "aws rds create-db-instance --db-instance-identifier <reader> --db-cluster-identifier <cluster> --engine <engine> --db-instance-class <class> --availability-zone <zone>",
		Terraform: "resource \"aws_rds_cluster_instance\" \"reader\" {\n  cluster_identifier = aws_rds_cluster.example.id\n  instance_class     = \"db.r6g.large\"\n  engine             = aws_rds_cluster.example.engine\n  availability_zone  = \"eu-central-1b\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.2.4"}, frameworks.FSBP: {"RDS.15"}},
	Aliases:  []string{"prowler:rds_cluster_multi_az", "securityhub:RDS.15"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if !there(p, c.Status) || !provisioned(p, c) {
			return
		}
		members, ok := c.Members.Get(p)
		switch {
		case !ok:
		case len(members) == 0:
			p.Skipf("it has no instances")
		default:
			on(p, c.MultiAZ, "multiAZ", "all instances are in one Availability Zone")
		}
	}),
}
