package rds

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceMinorUpgrade asks that instances take minor versions by themselves.
var InstanceMinorUpgrade = &checks.Check{
	ID:       "aws-rds-instance-auto-minor-upgrade",
	Title:    "RDS instances take minor versions of their engine automatically",
	Why:      "Minor versions carry the security fixes of the engine. Databases that wait for somebody to remember them stay open to known faults.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Maintenance: Enable auto minor version upgrade.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --auto-minor-version-upgrade --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  auto_minor_version_upgrade = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.2.2"}, frameworks.FSBP: {"RDS.13"}},
	Aliases:  []string{"prowler:rds_instance_minor_version_upgrade_enabled", "securityhub:RDS.13"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html",
	Needs:    []inventory.Source{rds.DBInstances, rds.DBClusters},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) || !own(p, d) {
			return
		}
		e, _ := d.Engine.Peek()
		if e == rds.DocumentDB {
			p.Skipf("DocumentDB takes no minor versions, whatever is set")
			return
		}
		automatic, ok := d.AutoMinorVersionUpgrade.Get(p)
		if !ok || automatic {
			return
		}
		of, ok := d.DBClusterIdentifier.Get(p)
		switch {
		case !ok:
			return
		case of != "" && !strings.HasPrefix(e, "aurora") && e != rds.Neptune:
			p.Skipf("it is a member of the cluster %s, on which this is set", of)
			return
		case of != "" && strings.HasPrefix(e, "aurora"):
			global, ok := spans(p, d.Region, of).Get(p)
			if !ok {
				return
			}
			if global {
				p.Skipf("members of a global database are not upgraded automatically, whatever is set")
				return
			}
		}
		p.Evidence("autoMinorVersionUpgrade", false)
		p.Failf("minor versions are not applied automatically")
	}),
}

// spans reports whether a cluster is part of a global database, for which RDS
// applies no minor versions (Security Hub User Guide, RDS.13).
func spans(p *checks.Probe, region, cluster string) inventory.Known[bool] {
	return inventory.Then(rds.DBClusters.ByID(p.Inv, region, cluster), func(c *rds.DBCluster) inventory.Known[bool] {
		if c == nil {
			return inventory.Of(false)
		}
		return inventory.Map(c.GlobalClusterIdentifier, func(id string) bool { return id != "" })
	})
}
