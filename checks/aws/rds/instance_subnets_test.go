package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// network is a VPC of two private subnets, "subnet-a" and "subnet-b", a public
// one, "subnet-open", and security groups that admit the VPC, a prefix list and
// the world.
func network() []inventory.Part {
	table := func(id, target string, subnets ...string) *vpc.RouteTable {
		t := &vpc.RouteTable{Resource: inventory.Resource{ID: id}, VPCID: "vpc-1", Routes: inventory.Of([]vpc.Route{{CIDR: "0.0.0.0/0", Target: target, Active: true}})}
		var all []vpc.RouteAssociation
		for _, n := range subnets {
			all = append(all, vpc.RouteAssociation{Subnet: n})
		}
		t.Associations = inventory.Of(all)
		return t
	}
	group := func(id string, r vpc.Rule) *vpc.SecurityGroup {
		r.Protocol, r.FromPort, r.ToPort = "tcp", 6111, 6111
		return &vpc.SecurityGroup{Resource: inventory.Resource{ID: id}, VPCID: "vpc-1", Inbound: inventory.Of([]vpc.Rule{r})}
	}
	subnet := func(id string) *vpc.Subnet {
		return &vpc.Subnet{Resource: inventory.Resource{ID: id}, VPCID: "vpc-1", IPv6: inventory.Of[[]vpc.SubnetIPv6](nil)}
	}
	allow := func(egress bool) vpc.ACLEntry {
		return vpc.ACLEntry{Number: 100, Egress: egress, Allow: true, Protocol: "-1", CIDR: "0.0.0.0/0"}
	}
	return []inventory.Part{
		inventory.Rows(vpc.NetworkACLs, &vpc.NetworkACL{
			Resource: inventory.Resource{ID: "acl-1"}, Subnets: inventory.Of([]string{"subnet-a", "subnet-b", "subnet-open"}),
			Entries: inventory.Of([]vpc.ACLEntry{allow(false), allow(true)}),
		}, &vpc.NetworkACL{
			Resource: inventory.Resource{ID: "acl-2"}, Subnets: inventory.Of([]string{"subnet-fenced"}), Entries: inventory.Of([]vpc.ACLEntry{allow(true)}),
		}),
		inventory.Rows(vpc.Subnets, subnet("subnet-a"), subnet("subnet-b"), subnet("subnet-open"), subnet("subnet-fenced")),
		inventory.Rows(vpc.RouteTables, table("rtb-private", "nat-1", "subnet-a", "subnet-b"), table("rtb-public", "igw-1", "subnet-open", "subnet-fenced")),
		inventory.Rows(vpc.SecurityGroups, group("sg-a", vpc.Rule{IPv4: []string{"10.0.0.0/16"}}), group("sg-list", vpc.Rule{PrefixLists: []string{"pl-1"}}), group("sg-world", vpc.Rule{IPv4: []string{"0.0.0.0/0"}})),
		inventory.Rows(vpc.PrefixLists, &vpc.PrefixList{Resource: inventory.Resource{ID: "pl-1"}, Entries: inventory.Of([]string{"198.51.100.0/24"})}),
	}
}

func TestInstanceSubnets(t *testing.T) {
	in := func(subnets ...string) func(*rds.DBInstance) {
		return func(d *rds.DBInstance) { d.SubnetIDs = inventory.Of(subnets) }
	}
	listed := append(network(), inventory.Rows(vpc.RouteTables, &vpc.RouteTable{
		Resource: inventory.Resource{ID: "rtb-list"}, VPCID: "vpc-1",
		Routes:       inventory.Of([]vpc.Route{{PrefixList: "pl-1", Target: "igw-1", Active: true}}),
		Associations: inventory.Of([]vpc.RouteAssociation{{Subnet: "subnet-list"}}),
	}), inventory.Rows(vpc.Subnets, &vpc.Subnet{Resource: inventory.Resource{ID: "subnet-list"}, VPCID: "vpc-1"}))
	checktest.Run(t, InstanceSubnets, append(casesOf(rds.DBInstances, instance, network(),
		look[rds.DBInstance]{"private", checks.Pass, nil},
		look[rds.DBInstance]{"one public", checks.Fail, in("subnet-a", "subnet-open")},
		look[rds.DBInstance]{"not found", checks.Unknown, in("subnet-a", "subnet-x")},
		look[rds.DBInstance]{"hidden", checks.Unknown, func(d *rds.DBInstance) { d.SubnetIDs = inventory.Missing[[]string](checktest.Dark) }},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
	), casesOf(rds.DBInstances, instance, listed, look[rds.DBInstance]{"to a prefix list", checks.Pass, in("subnet-list")})...))
}
