package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceIAMAuthentication asks that instances whose engine can take logins by IAM
// do so.
var InstanceIAMAuthentication = &checks.Check{
	ID:       "aws-rds-instance-iam-authentication",
	Title:    "RDS instances accept logins by IAM",
	Why:      "Database passwords are shared and live long. A token from IAM lasts 15 minutes and is tied to one principal.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Database authentication: Password and IAM database authentication.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --enable-iam-database-authentication --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  iam_database_authentication_enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.10"}},
	Aliases:  []string{"prowler:rds_instance_iam_authentication_enabled", "securityhub:RDS.10"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) || !alone(p, d) || !runs(p, d.Engine, "mysql", "postgres", "mariadb") {
			return
		}
		// "RDS for MariaDB 10.6 and higher" (RDS User Guide, supported Regions and
		// engines for IAM database authentication).
		if e, _ := d.Engine.Peek(); e == "mariadb" && !since(p, d, "10.6", "logins by IAM") {
			return
		}
		on(p, d.IAMDatabaseAuthenticationEnabled, "iamDatabaseAuthenticationEnabled", "logins by IAM are off")
	}),
}
