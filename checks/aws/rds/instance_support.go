package rds

import (
	"time"

	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceSupport asks that the major version be within AWS's standard support.
var InstanceSupport = &checks.Check{
	ID:       "aws-rds-instance-standard-support",
	Title:    "RDS instances run a major version within standard support",
	Why:      "After the end of standard support fixes come only with Extended Support, for critical faults, at a price, and for a few years; then the upgrade is forced.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > DB engine version: a later major version.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --engine-version <version> --allow-major-version-upgrade --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  engine_version              = \"17.4\"\n  allow_major_version_upgrade = true\n}",
	},
	Aliases: []string{"prowler:rds_instance_extended_support"},
	Link:    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html",
	Needs:   []inventory.Source{rds.DBInstances, rds.EngineVersionSupport},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) {
			return
		}
		v, ok := versionOf(p, d)
		if !ok {
			return
		}
		end, ok := v.StandardSupportEnd.Get(p)
		switch {
		case !ok:
		case end.IsZero():
			p.Skipf("AWS states no end of standard support for %s", v.ID)
		case end.Before(p.Inv.Now):
			p.Evidence("version", v.ID)
			p.Evidence("standardSupportEnd", end.Format(time.DateOnly))
			p.Failf("standard support of %s ended on %s", v.ID, end.Format(time.DateOnly))
		}
	}),
}
