package rds

import (
	"slices"
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestInstanceExposed(t *testing.T) {
	open := func(group, subnet string) func(*rds.DBInstance) {
		return func(d *rds.DBInstance) {
			d.PubliclyAccessible = inventory.Of(true)
			d.VPCSecurityGroups, d.SubnetIDs = inventory.Of([]string{"sg-a", group}), inventory.Of([]string{"subnet-a", subnet})
		}
	}
	block := func(mode string, exclusions ...*vpc.Exclusion) []inventory.Part {
		return append(network(), inventory.Rows(vpc.Exclusions, exclusions...),
			inventory.Rows(vpc.BlocksPublicAccess, &vpc.BlockPublicAccess{Resource: inventory.Resource{ID: "block"}, Mode: inventory.Of(mode)}))
	}
	exempt := &vpc.Exclusion{Resource: inventory.Resource{ID: "x-1"}, Of: "subnet-open", Mode: inventory.Of("allow-bidirectional")}
	all := func(with []inventory.Part, looks ...look[rds.DBInstance]) []checktest.Case {
		return casesOf(rds.DBInstances, instance, with, looks...)
	}
	checktest.Run(t, InstanceExposed, slices.Concat(all(block("off"),
		look[rds.DBInstance]{"private", checks.Pass, nil},
		look[rds.DBInstance]{"open all the way", checks.Fail, open("sg-world", "subnet-open")},
		look[rds.DBInstance]{"groups closed", checks.Pass, open("sg-a", "subnet-open")},
		look[rds.DBInstance]{"group of a prefix list", checks.Pass, open("sg-list", "subnet-open")},
		look[rds.DBInstance]{"another port", checks.Pass, func(d *rds.DBInstance) { open("sg-world", "subnet-open")(d); d.Port = inventory.Of(5432) }},
		look[rds.DBInstance]{"no route", checks.Pass, open("sg-world", "subnet-b")},
		look[rds.DBInstance]{"a network ACL that lets nothing in", checks.Pass, open("sg-world", "subnet-fenced")},
		look[rds.DBInstance]{"no public address", checks.Pass, func(d *rds.DBInstance) {
			open("sg-world", "subnet-open")(d)
			d.PubliclyAccessible = inventory.Of(false)
		}},
		look[rds.DBInstance]{"group not found", checks.Unknown, open("sg-x", "subnet-open")},
		look[rds.DBInstance]{"subnet not found", checks.Unknown, open("sg-world", "subnet-x")},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
	), all(block("block-ingress"), look[rds.DBInstance]{"the region's block", checks.Pass, open("sg-world", "subnet-open")}), all(block("block-ingress", exempt), look[rds.DBInstance]{"exempt from the region's block", checks.Fail, open("sg-world", "subnet-open")})))
}
