package vpc

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/addresses"
	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Peering joins two VPCs. It is listed in the accounts and the regions of
// both, each time as a row of its own.
type Peering struct {
	inventory.Resource
	Status              string // active, pending-acceptance, deleted…
	Requester, Accepter PeeringSide
}

// A PeeringSide is one of the two VPCs. Its blocks are given for active
// connections only; the primary IPv4 block is the first.
type PeeringSide struct {
	VPCID, Account, Region string
	IPv4, IPv6             inventory.Known[[]string]
}

// Other is the side that is not vpc.
func (p *Peering) Other(vpc string) PeeringSide {
	if p.Requester.VPCID == vpc {
		return p.Accepter
	}
	return p.Requester
}

// Peerings lists the VPC peering connections of each region.
var Peerings = &inventory.Type[Peering]{
	Kind: "aws.vpc.PeeringConnection", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeVpcPeeringConnections"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Peering, error] {
		pages := aws.Pages(ctx, client(s).DescribeVpcPeeringConnections, &ec2.DescribeVpcPeeringConnectionsInput{MaxResults: new(many)},
			func(out *ec2.DescribeVpcPeeringConnectionsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeVpcPeeringConnectionsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeVpcPeeringConnectionsOutput) (rows []*Peering) {
			for _, p := range out.VpcPeeringConnections {
				row := &Peering{
					Resource:  resource(s, nil, "vpc-peering-connection", *p.VpcPeeringConnectionId, p.Tags),
					Requester: peeringSide(p.RequesterVpcInfo), Accepter: peeringSide(p.AccepterVpcInfo),
				}
				if row.Requester.VPCID == "" || row.Accepter.VPCID == "" { // which of the two is the other is not said
					row.Requester, row.Accepter = unsaid(row.Requester, "VpcId"), unsaid(row.Accepter, "VpcId")
				}
				if p.Status != nil {
					row.Status = string(p.Status.Code)
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

const describePeerings = "EC2 DescribeVpcPeeringConnections"

// unsaid is side with its blocks hidden.
func unsaid(side PeeringSide, what string) PeeringSide {
	side.IPv4, side.IPv6 = inventory.Unanswered[[]string](describePeerings, what), inventory.Unanswered[[]string](describePeerings, what)
	return side
}

// peeringSide reads one side. A family in which a VPC has no further blocks has
// an empty list.
func peeringSide(v *types.VpcPeeringConnectionVpcInfo) PeeringSide {
	if v == nil {
		return unsaid(PeeringSide{}, "the VPCs' information")
	}
	side := PeeringSide{VPCID: aws.Deref(v.VpcId), Account: aws.Deref(v.OwnerId), Region: aws.Deref(v.Region)}
	if v.CidrBlock == nil {
		return unsaid(side, "CidrBlock")
	}
	v4, v6 := []string{*v.CidrBlock}, []string(nil)
	for _, b := range v.CidrBlockSet {
		if c := aws.Deref(b.CidrBlock); c != *v.CidrBlock {
			v4 = append(v4, c)
		}
	}
	for _, b := range v.Ipv6CidrBlockSet {
		v6 = append(v6, aws.Deref(b.Ipv6CidrBlock))
	}
	side.IPv4, side.IPv6 = inventory.Of(v4), inventory.Of(v6)
	return side
}

// RoutedTo is the addresses of each peering connection that a table sends to it.
func (t *RouteTable) RoutedTo(inv *inventory.Inventory, routes []Route, peering string) Extent {
	to := Exactly(addresses.Nothing)
	for _, r := range routes {
		switch {
		case r.Target != peering || !r.Active:
		case r.PrefixList != "":
			to = to.Or(listed(inv, t.Region, r.PrefixList))
		default:
			to = to.Or(Range(r.CIDR))
		}
	}
	return to
}

// Covers reports whether e holds all of the ranges, of which there is one at least.
func (e Extent) Covers(cidrs ...string) inventory.Known[bool] {
	r := Range(cidrs...)
	if len(cidrs) == 0 {
		return inventory.Of(false)
	}
	lacks := r.Minus(e)
	switch {
	case lacks.Empty():
		return inventory.Of(true)
	case len(lacks.Least.Ranges()) > 0:
		return inventory.Of(false)
	}
	return inventory.Missing[bool](lacks.Hidden[0])
}
