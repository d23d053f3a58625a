package rds

import (
	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneMultiAZ asks that a cluster have instances in more than one zone.
var NeptuneMultiAZ = &checks.Check{
	ID:       "aws-neptune-cluster-multi-az",
	Title:    "Neptune clusters have instances in more than one Availability Zone",
	Why:      "When the zone of the only instance fails, nothing is there to take over: the cluster is down until a new instance has been made.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Neptune > Clusters > the cluster > Actions > Add reader, in another zone.",
		CLI:       "aws neptune create-db-instance --db-instance-identifier <reader> --db-cluster-identifier <cluster> --engine <engine> --db-instance-class <class> --availability-zone <zone>",
		Terraform: "resource \"aws_neptune_cluster_instance\" \"reader\" {\n  cluster_identifier = aws_neptune_cluster.example.id\n  instance_class     = \"db.r6g.large\"\n  availability_zone  = \"eu-central-1b\"\n}",
	},
	Aliases: []string{"prowler:neptune_cluster_multi_az"},
	Link:    "https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview-fault-tolerance.html",
	Needs:   []inventory.Source{rds.NeptuneClusters},
	Run: checks.Each(rds.NeptuneClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if !there(p, c.Status) {
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
