package rds

import (
	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceVersion asks that AWS still offer the version that an instance runs.
var InstanceVersion = &checks.Check{
	ID:       "aws-rds-instance-version-not-deprecated",
	Title:    "RDS instances run a version of their engine that AWS still offers",
	Why:      "A deprecated version gets no more fixes, cannot be created anew, and is upgraded by force at a date that AWS chooses.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > DB engine version.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --engine-version <version> --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  engine_version = \"16.8\"\n}",
	},
	Aliases: []string{"prowler:rds_instance_deprecated_engine_version"},
	Link:    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html",
	Needs:   []inventory.Source{rds.DBInstances, rds.EngineVersionStatus},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) {
			return
		}
		v, ok := versionOf(p, d)
		if !ok {
			return
		}
		if s, ok := v.Status.Get(p); ok && s == "deprecated" {
			p.Evidence("version", v.ID)
			p.Failf("AWS has deprecated %s", v.ID)
		}
	}),
}

// versionOf looks up the version that an instance runs, where it is one of RDS's.
func versionOf(p *checks.Probe, d *rds.DBInstance) (v *rds.EngineVersion, ok bool) {
	e, ok := d.Engine.Get(p)
	n, ok2 := d.EngineVersion.Get(p)
	if !ok || !ok2 {
		return nil, false
	}
	if rds.Custom(e) || e == rds.Neptune || e == rds.DocumentDB {
		p.Skipf("RDS keeps no list of the versions of %s", e)
		return nil, false
	}
	v, ok = rds.EngineVersions.ByID(p.Inv, d.Region, e+"/"+n).Get(p)
	if ok && v == nil {
		p.Missed(broken("", "the version %s of %s was not found", n, e))
	}
	return v, ok && v != nil
}
