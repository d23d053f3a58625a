package vpc

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"net/netip"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/addresses"
	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A RouteTable says where packets that leave its subnets go.
type RouteTable struct {
	inventory.Resource
	VPCID        string
	Routes       inventory.Known[[]Route]
	Associations inventory.Known[[]RouteAssociation]
}

// A Route is one line of a route table: the most specific that matches decides.
type Route struct {
	CIDR       string // the destination, IPv4 or IPv6
	PrefixList string // the destination, where it is a prefix list
	Target     string // the id of the gateway, interface, connection…; "local"
	Active     bool   // false: packets are dropped ("blackhole")
	Propagated bool   // learned from a gateway or a route server; a static route to the same destination has priority
	Unclear    bool   // in a state of which AWS does not say whether packets follow it
}

// Destination is the route's destination, for people.
func (r Route) Destination() string { return r.CIDR + r.PrefixList }

// A RouteAssociation ties a route table to a subnet, to a gateway, or to all
// subnets of the VPC that have no association of their own (Main).
type RouteAssociation struct {
	Subnet, Gateway string
	Main            bool
}

const describeRouteTables = "EC2 DescribeRouteTables"

// RouteTables lists the route tables of each region.
var RouteTables = &inventory.Type[RouteTable]{
	Kind: "aws.vpc.RouteTable", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeRouteTables"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*RouteTable, error] {
		pages := aws.Pages(ctx, client(s).DescribeRouteTables, &ec2.DescribeRouteTablesInput{MaxResults: new(few)},
			func(out *ec2.DescribeRouteTablesOutput) *string { return out.NextToken },
			func(in *ec2.DescribeRouteTablesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeRouteTablesOutput) (rows []*RouteTable) {
			for _, t := range out.RouteTables {
				row := &RouteTable{
					Resource: resource(s, t.OwnerId, "route-table", *t.RouteTableId, t.Tags),
					VPCID:    aws.Deref(t.VpcId), Routes: routes(t.Routes), Associations: associations(t.Associations),
				}
				if t.VpcId == nil { // whose subnets and peers the table leads to is not said
					row.Routes = inventory.Unanswered[[]Route](describeRouteTables, "VpcId")
					row.Associations = inventory.Unanswered[[]RouteAssociation](describeRouteTables, "VpcId")
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// routes reads the routes of a table. Every table has one at least: "every route
// table contains a local route for communication within the VPC" (VPC User
// Guide, "Route tables"). Each leads somewhere, if only to what is gone.
func routes(all []types.Route) inventory.Known[[]Route] {
	if len(all) == 0 {
		return inventory.Unanswered[[]Route](describeRouteTables, "Routes")
	}
	out := make([]Route, 0, len(all))
	for _, r := range all {
		route := Route{
			CIDR:       aws.Deref(r.DestinationCidrBlock) + aws.Deref(r.DestinationIpv6CidrBlock),
			PrefixList: aws.Deref(r.DestinationPrefixListId),
			Active:     r.State == types.RouteStateActive,
			Propagated: r.Origin == types.RouteOriginEnableVgwRoutePropagation || r.Origin == types.RouteOriginAdvertisement,
			// The API reference explains no state but these two.
			Unclear: r.State != types.RouteStateActive && r.State != types.RouteStateBlackhole,
		}
		for _, target := range []*string{
			r.GatewayId, r.NatGatewayId, r.TransitGatewayId, r.VpcPeeringConnectionId, r.EgressOnlyInternetGatewayId,
			r.NetworkInterfaceId, r.InstanceId, r.LocalGatewayId, r.CarrierGatewayId, r.CoreNetworkArn, r.OdbNetworkArn, r.IpAddress,
		} {
			if route.Target == "" {
				route.Target = aws.Deref(target)
			}
		}
		if r.State == "" || route.Destination() == "" || route.Active && route.Target == "" {
			return inventory.Unanswered[[]Route](describeRouteTables, "a part of a route")
		}
		out = append(out, route)
	}
	return inventory.Of(out)
}

func associations(all []types.RouteTableAssociation) inventory.Known[[]RouteAssociation] {
	out := make([]RouteAssociation, 0, len(all))
	for _, a := range all {
		if a.Main == nil {
			return inventory.Unanswered[[]RouteAssociation](describeRouteTables, "an association's Main")
		}
		if st := a.AssociationState; st != nil && (st.State == types.RouteTableAssociationStateCodeDisassociated || st.State == types.RouteTableAssociationStateCodeFailed) {
			continue
		}
		if !*a.Main && a.SubnetId == nil && a.GatewayId == nil && a.PublicIpv4Pool == nil {
			return inventory.Unanswered[[]RouteAssociation](describeRouteTables, "the subnet of an association")
		}
		out = append(out, RouteAssociation{aws.Deref(a.SubnetId), aws.Deref(a.GatewayId), *a.Main})
	}
	return inventory.Of(out)
}

// tablesOf finds the route tables of a subnet, by its id, and the main one of
// a VPC, by "main" and the VPC's id.
var tablesOf = &inventory.Index[RouteTable]{
	Of: RouteTables,
	Keys: func(r inventory.Reader, t *RouteTable) (keys []string) {
		all, _ := t.Associations.Get(r)
		for _, a := range all {
			if a.Subnet != "" {
				keys = append(keys, a.Subnet)
			}
			if a.Main {
				keys = append(keys, "main "+t.VPCID)
			}
		}
		return keys
	},
}

// TableOf returns the route table of a subnet: its own, else the VPC's main one.
func TableOf(inv *inventory.Inventory, region, subnet, vpc string) inventory.Known[*RouteTable] {
	if subnet == "" {
		return inventory.Missing[*RouteTable](inventory.Gap{Reason: inventory.Failed, Where: "an answer that does not tell the subnet"})
	}
	var gaps inventory.Gaps
	for _, t := range tablesOf.Get(inv, &gaps, region, subnet) {
		return inventory.Of(t)
	}
	if len(gaps) > 0 {
		return inventory.Missing[*RouteTable](gaps[0])
	}
	for _, t := range tablesOf.Get(inv, &gaps, region, "main "+vpc) {
		return inventory.Of(t)
	}
	return missing[*RouteTable](gaps, "the route table of "+subnet)
}

// Internet is the public addresses that the table sends to an internet
// gateway. Of overlapping routes the most specific decides, and a route whose
// target is gone drops what it matches (VPC User Guide, "Route priority").
// What goes through an appliance, the endpoint of a firewall or an interface,
// is known to no table: it may get through to a gateway or not.
func (t *RouteTable) Internet(inv *inventory.Inventory) Extent {
	routes, ok := t.Routes.Peek()
	if !ok {
		gap, _ := t.Routes.Gap()
		return Somewhere(gap)
	}
	out := Exactly(addresses.Nothing)
	for _, l := range t.legs(inv, routes) {
		open := ""
		switch {
		case l.route.Unclear:
			open = fmt.Sprintf("whether the route of %s to %s is followed", t.ID, l.route.Destination())
		case l.route.Active && appliance(l.route.Target):
			open = fmt.Sprintf("the rules of the appliance at %s, through which %s is routed", l.route.Target, t.ID)
		}
		switch {
		case open != "":
			out = out.Minus(l.to).Or(l.to.And(Somewhere(inventory.Gap{Reason: inventory.Unsupported, Where: open})))
		case l.route.Active && strings.HasPrefix(l.route.Target, "igw-"):
			out = out.Or(l.to)
		default:
			out = out.Minus(l.to)
		}
	}
	return out.And(Exactly(addresses.Public))
}

// A leg is one destination of a route.
type leg struct {
	to    Extent
	bits  int
	route Route
}

// hiddenBits ranks a list of ranges that cannot be read behind every range: it
// may hold more specific ones than any other route.
const hiddenBits = 129

// legs lists the destinations of routes, the one that decides last. At the same
// destination a route to a range has priority over one to a prefix list, and
// that over one that was propagated (VPC User Guide, "Route priority").
func (t *RouteTable) legs(inv *inventory.Inventory, routes []Route) (legs []leg) {
	for _, r := range routes {
		ranges := []string{r.CIDR}
		if r.PrefixList != "" {
			entries := entriesOf(inv, t.Region, r.PrefixList)
			if gap, hidden := entries.Gap(); hidden {
				legs = append(legs, leg{Somewhere(gap), hiddenBits, r})
			}
			ranges, _ = entries.Peek()
		}
		for _, c := range ranges { // each by itself: two halves are more specific than the whole
			to, bits := Range(c), hiddenBits
			if p, err := netip.ParsePrefix(c); err == nil {
				bits = p.Bits()
			}
			legs = append(legs, leg{to, bits, r})
		}
	}
	slices.SortStableFunc(legs, func(a, b leg) int {
		return cmp.Or(a.bits-b.bits, a.route.priority()-b.route.priority())
	})
	return legs
}

func (r Route) priority() int {
	switch {
	case r.Propagated:
		return 0
	case r.PrefixList != "":
		return 1
	}
	return 2
}

// appliance reports whether a target hands packets on by rules of its own: a
// Gateway Load Balancer's or a firewall's endpoint, an interface, an instance.
func appliance(target string) bool {
	for _, p := range []string{"vpce-", "eni-", "i-"} {
		if strings.HasPrefix(target, p) {
			return true
		}
	}
	return false
}

// RouteNeeds are the sources that PublicSubnet reads.
var RouteNeeds = []inventory.Source{RouteTables, PrefixListEntries}

// PublicSubnet reports whether a subnet is public: whether its route table
// sends a good part of the internet (see DefaultScale) to an internet gateway.
// Name RouteNeeds among the needs of a check that asks.
func PublicSubnet(inv *inventory.Inventory, s *Subnet) inventory.Known[bool] {
	return inventory.Then(TableOf(inv, s.Region, s.ID, s.VPCID), func(t *RouteTable) inventory.Known[bool] {
		return inventory.Map(t.Internet(inv).Breadth(DefaultScale), func(b Breadth) bool { return b > Narrow })
	})
}

// PublicSubnetID is PublicSubnet for those who have only the subnet's id. Name
// Subnets beside RouteNeeds.
func PublicSubnetID(inv *inventory.Inventory, region, id string) inventory.Known[bool] {
	return inventory.Then(subnetByID(inv, region, id), func(s *Subnet) inventory.Known[bool] { return PublicSubnet(inv, s) })
}

// subnetByID looks a subnet up that must exist.
func subnetByID(inv *inventory.Inventory, region, id string) inventory.Known[*Subnet] {
	return inventory.Then(Subnets.ByID(inv, region, id), func(s *Subnet) inventory.Known[*Subnet] {
		if s == nil {
			return missing[*Subnet](nil, "the subnet "+id)
		}
		return inventory.Of(s)
	})
}
