package vpc

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// PeeringRoutes asks that peered VPCs be joined where they need to be.
var PeeringRoutes = &checks.Check{
	ID:       "aws-vpc-peering-routes",
	Title:    "Routes to peered VPCs lead to the part that is needed",
	Why:      "A route to the whole of a peer lets whoever takes one machine over try every machine of the other VPC, and the other way round.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Route tables > the table > Routes > Edit routes: replace the route to the peer's whole block by routes to the subnets or hosts that are needed.",
		CLI:       "aws ec2 create-route --route-table-id <table-id> --destination-cidr-block <needed-subnet> --vpc-peering-connection-id <peering-id> && aws ec2 delete-route --route-table-id <table-id> --destination-cidr-block <whole-block>",
		Terraform: "resource \"aws_route\" \"example\" {\n  route_table_id            = aws_route_table.example.id\n  destination_cidr_block    = \"10.1.4.0/24\" # the subnet that is needed\n  vpc_peering_connection_id = aws_vpc_peering_connection.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.6"}},
	Aliases:  []string{"prowler:vpc_peering_routing_tables_with_least_privilege"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html",
	Needs:    []inventory.Source{vpc.RouteTables, vpc.Peerings, vpc.PrefixListEntries},
	Run: checks.Each(vpc.RouteTables, func(p *checks.Probe, t *vpc.RouteTable) {
		routes, ok := t.Routes.Get(p)
		if !ok {
			return
		}
		var peerings []string
		for _, r := range routes {
			if r.Active && strings.HasPrefix(r.Target, "pcx-") && !slices.Contains(peerings, r.Target) {
				peerings = append(peerings, r.Target)
			}
		}
		if len(peerings) == 0 {
			p.Skipf("the table routes nothing to a peering connection")
			return
		}
		for _, id := range peerings {
			pcx, ok := vpc.Peerings.ByID(p.Inv, t.Region, id).Get(p)
			if !ok {
				continue
			}
			if pcx == nil {
				p.Missed(inventory.Gap{Reason: inventory.OtherAccount, Call: "EC2 DescribeVpcPeeringConnections", Where: "the peering connection " + id})
				continue
			}
			peer := pcx.Other(t.VPCID)
			if all, ok := whole(p.Inv, t, routes, id, peer).Get(p); ok && all {
				p.Evidence("peering", id)
				p.Evidence("peerVpc", peer.VPCID)
				p.Evidence("destinations", destinations(routes, id))
				p.Failf("routes the whole of the peer %s to %s", peer.VPCID, id)
			}
		}
	}),
}

// whole reports whether the routes to a peering connection take in the peer's
// primary IPv4 block, or all of its blocks of one family.
func whole(inv *inventory.Inventory, t *vpc.RouteTable, routes []vpc.Route, id string, peer vpc.PeeringSide) inventory.Known[bool] {
	to := t.RoutedTo(inv, routes, id)
	v4 := inventory.Then(peer.IPv4, func(blocks []string) inventory.Known[bool] {
		if len(blocks) == 0 {
			return inventory.Of(false)
		}
		return to.Covers(blocks[0])
	})
	v6 := inventory.Then(peer.IPv6, func(blocks []string) inventory.Known[bool] { return to.Covers(blocks...) })
	return inventory.Or(v4, v6)
}

func destinations(routes []vpc.Route, target string) (all []string) {
	for _, r := range routes {
		if r.Target == target {
			all = append(all, r.Destination())
		}
	}
	return all
}
