package rds

import (
	"testing"

	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceExposed(t *testing.T) {
	open := func(group, subnet string) func(*rds.DBInstance) {
		return func(d *rds.DBInstance) {
			d.PubliclyAccessible = inventory.Of(true)
			d.VPCSecurityGroups, d.SubnetIDs = inventory.Of([]string{"sg-a", group}), inventory.Of([]string{"subnet-a", subnet})
		}
	}
	each(t, InstanceExposed, rds.DBInstances, instance, network(),
		look[rds.DBInstance]{"private", checks.Pass, nil},
		look[rds.DBInstance]{"open all the way", checks.Fail, open("sg-world", "subnet-open")},
		look[rds.DBInstance]{"groups closed", checks.Pass, open("sg-a", "subnet-open")},
		look[rds.DBInstance]{"group of a prefix list", checks.Pass, open("sg-list", "subnet-open")},
		look[rds.DBInstance]{"another port", checks.Pass, func(d *rds.DBInstance) { open("sg-world", "subnet-open")(d); d.Port = inventory.Of(5432) }},
		look[rds.DBInstance]{"no route", checks.Pass, open("sg-world", "subnet-b")},
		look[rds.DBInstance]{"no public address", checks.Pass, func(d *rds.DBInstance) {
			open("sg-world", "subnet-open")(d)
			d.PubliclyAccessible = inventory.Of(false)
		}},
		look[rds.DBInstance]{"group not found", checks.Unknown, open("sg-x", "subnet-open")},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
	)
}
