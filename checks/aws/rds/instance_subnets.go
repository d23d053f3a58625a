package rds

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// InstanceSubnets asks that an instance can only come to lie in private subnets. It
// looks at the instances of Neptune and DocumentDB too.
var InstanceSubnets = &checks.Check{
	ID:       "aws-rds-instance-private-subnets",
	Title:    "Database instances lie in subnets without a way to the internet",
	Why:      "In a public subnet one setting, a public address, is all that stands between a database and the internet. In a private one packets find no way.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "RDS > Subnet groups > Create DB subnet group: choose private subnets only; then RDS > Databases > the DB instance > Modify > Connectivity > DB subnet group.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --db-subnet-group-name <private-subnet-group> --apply-immediately",
		Terraform: "resource \"aws_db_subnet_group\" \"example\" {\n  name       = \"private\"\n  subnet_ids = aws_subnet.private[*].id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.46"}},
	Aliases:  []string{"prowler:neptune_cluster_uses_public_subnet", "securityhub:RDS.46"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
	Needs:    []inventory.Source{rds.DBInstances, vpc.Subnets, vpc.RouteTables, vpc.PrefixListEntries},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) {
			return
		}
		subnets, ok := d.SubnetIDs.Get(p)
		if !ok {
			return
		}
		var open []string
		for _, id := range subnets {
			if public, ok := vpc.PublicSubnetID(p.Inv, d.Region, id).Get(p); ok && public {
				open = append(open, id)
			}
		}
		if len(open) > 0 {
			p.Evidence("publicSubnets", open)
			p.Failf("its subnet group has %d subnets with a route to an internet gateway: %s", len(open), strings.Join(open, ", "))
		}
	}),
}
