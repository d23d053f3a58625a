package efs

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/efs"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestMountTargetSubnet(t *testing.T) {
	table := func(subnet string, r vpc.Route) *vpc.RouteTable {
		r.Active = true
		return &vpc.RouteTable{
			Resource: inventory.Resource{ID: "rtb-" + subnet}, VPCID: "vpc-1", Routes: inventory.Of([]vpc.Route{r}),
			Associations: inventory.Of([]vpc.RouteAssociation{{Subnet: subnet}}),
		}
	}
	subnet := func(id string) *vpc.Subnet {
		return &vpc.Subnet{Resource: inventory.Resource{ID: id}, VPCID: "vpc-1"}
	}
	in := func(subnet string) func(*efs.MountTarget) {
		return func(m *efs.MountTarget) { m.SubnetID = inventory.Of(subnet) }
	}
	each(t, MountTargetSubnet, efs.MountTargets, mountTarget, []inventory.Part{
		inventory.Rows(vpc.Subnets, subnet("subnet-a"), subnet("subnet-open"), subnet("subnet-list")),
		inventory.Rows(vpc.RouteTables, table("subnet-a", vpc.Route{CIDR: "0.0.0.0/0", Target: "nat-1"}),
			table("subnet-open", vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1"}), table("subnet-list", vpc.Route{PrefixList: "pl-1", Target: "igw-1"})),
		inventory.Rows(vpc.PrefixLists, &vpc.PrefixList{Resource: inventory.Resource{ID: "pl-1"}, Entries: inventory.Of([]string{"198.51.100.0/24"})}),
	},
		look[efs.MountTarget]{"private", checks.Pass, nil},
		look[efs.MountTarget]{"public", checks.Fail, in("subnet-open")},
		look[efs.MountTarget]{"routed to one network", checks.Pass, in("subnet-list")},
		look[efs.MountTarget]{"not found", checks.Unknown, in("subnet-x")},
		look[efs.MountTarget]{"hidden", checks.Unknown, func(m *efs.MountTarget) { m.SubnetID = inventory.Missing[string](checktest.Dark) }},
		look[efs.MountTarget]{"deleting", checks.NotApplicable, func(m *efs.MountTarget) { m.LifeCycleState = inventory.Of("deleting") }},
	)
}
