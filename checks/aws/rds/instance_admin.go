package rds

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceAdmin asks that the administrator of an instance have a name of its own.
var InstanceAdmin = &checks.Check{
	ID:       "aws-rds-instance-custom-admin-name",
	Title:    "The administrator of RDS instances has a name other than the engine's default",
	Why:      "Half of a login is known beforehand where the name is the one that AWS suggests; guessing is then down to the password.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "RDS > Create database > Settings: Master username. The name of an existing instance cannot be changed.",
		CLI:       "aws rds create-db-instance --db-instance-identifier <instance> --db-instance-class <class> --engine <engine> --allocated-storage <gib> --master-username <name> --manage-master-user-password",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  username                    = \"keeper\"\n  manage_master_user_password = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.25"}},
	Aliases:  []string{"prowler:rds_instance_default_admin", "securityhub:RDS.25"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html",
	Params:   []*checks.Param{defaultAdmins},
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && alone(p, d) {
			wellKnown(p, d.MasterUsername)
		}
	}),
}

// defaultAdmins are the names that the console fills in for administrators.
var defaultAdmins = &checks.Param{Name: "defaultNames", Default: []string{"admin", "postgres"}, Source: "RDS User Guide, master user names that the console suggests"}

// wellKnown fails an administrator that goes by a default name.
func wellKnown(p *checks.Probe, name inventory.Known[string]) {
	n, ok := name.Get(p)
	if ok && slices.ContainsFunc(p.Strings(defaultAdmins), func(d string) bool { return strings.EqualFold(n, d) }) {
		p.Evidence("masterUsername", n)
		p.Failf("the administrator is called %s, a default name", n)
	}
}
