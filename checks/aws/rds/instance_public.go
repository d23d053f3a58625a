package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstancePublic asks that no instance have an address on the internet. It looks at
// the instances of Neptune and DocumentDB too.
var InstancePublic = &checks.Check{
	ID:       "aws-rds-instance-not-publicly-accessible",
	Title:    "Database instances have no public address",
	Why:      "A publicly accessible database resolves to an address on the internet. One careless security group rule then puts its login in reach of everybody.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Connectivity > Additional configuration: Not publicly accessible.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --no-publicly-accessible --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  publicly_accessible = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.2.3"}, frameworks.FSBP: {"RDS.2"}},
	Aliases:  []string{"prowler:rds_instance_no_public_access", "securityhub:RDS.2"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) {
			return
		}
		if public, ok := d.PubliclyAccessible.Get(p); ok && public {
			p.Evidence("publiclyAccessible", true)
			p.Failf("the instance is publicly accessible")
		}
	}),
}
