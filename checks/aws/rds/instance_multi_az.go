package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceMultiAZ asks that an instance have a standby in another zone.
var InstanceMultiAZ = &checks.Check{
	ID:       "aws-rds-instance-multi-az",
	Title:    "RDS instances have a standby in another Availability Zone",
	Why:      "When the zone of a single instance fails, and during its maintenance, the database is down until it is repaired or restored.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Availability & durability: Create a standby instance.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --multi-az --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  multi_az = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.2.4"}, frameworks.FSBP: {"RDS.5"}},
	Aliases:  []string{"prowler:rds_instance_multi_az", "securityhub:RDS.5"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) || !alone(p, d) || !own(p, d) {
			return
		}
		if e, _ := d.Engine.Peek(); e == "sqlserver-ex" {
			p.Skipf("SQL Server Express cannot have a standby")
			return
		}
		on(p, d.MultiAZ, "multiAZ", "the instance has no standby in another Availability Zone")
	}),
}
