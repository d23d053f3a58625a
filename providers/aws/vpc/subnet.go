package vpc

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Subnet is a part of a VPC in one Availability Zone. One that is shared
// through AWS RAM belongs to another account, which also keeps its routes and
// its network ACL.
type Subnet struct {
	inventory.Resource
	VPCID        string
	State        string                // pending, available, unavailable, failed…
	MapPublicIP  inventory.Known[bool] // interfaces that are created in it get a public IPv4 address
	AssignIPv6   inventory.Known[bool] // … an IPv6 address
	IPv6         inventory.Known[[]SubnetIPv6]
	BlockedByBPA inventory.Known[string] // the mode of VPC Block Public Access: off, block-bidirectional, block-ingress
}

// SubnetIPv6 is an IPv6 block of a subnet.
type SubnetIPv6 struct {
	CIDR string
	// Private is set for blocks that AWS does not advertise on the internet.
	Private bool
}

// Subnets lists the subnets of each region, those shared with the account too.
var Subnets = &inventory.Type[Subnet]{
	Kind: "aws.vpc.Subnet", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeSubnets"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Subnet, error] {
		pages := aws.Pages(ctx, client(s).DescribeSubnets, &ec2.DescribeSubnetsInput{MaxResults: new(many)},
			func(out *ec2.DescribeSubnetsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeSubnetsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeSubnetsOutput) (rows []*Subnet) {
			for _, n := range out.Subnets {
				r := resource(s, n.OwnerId, "subnet", *n.SubnetId, n.Tags)
				if n.SubnetArn != nil {
					r = tagged(s, *n.SubnetArn, *n.SubnetId, n.Tags)
				}
				row := &Subnet{
					Resource: r, VPCID: aws.Deref(n.VpcId), State: string(n.State),
					MapPublicIP: inventory.FromPtr(n.MapPublicIpOnLaunch, inventory.Unanswered[bool]("EC2 DescribeSubnets", "MapPublicIpOnLaunch")),
					AssignIPv6:  inventory.FromPtr(n.AssignIpv6AddressOnCreation, inventory.Unanswered[bool]("EC2 DescribeSubnets", "AssignIpv6AddressOnCreation")),
					IPv6:        inventory.Of(subnetIPv6(n.Ipv6CidrBlockAssociationSet)), // an IPv4 subnet has an empty list
				}
				row.BlockedByBPA = inventory.Unanswered[string]("EC2 DescribeSubnets", "BlockPublicAccessStates")
				if b := n.BlockPublicAccessStates; b != nil && b.InternetGatewayBlockMode != "" {
					row.BlockedByBPA = inventory.Of(string(b.InternetGatewayBlockMode))
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// subnetIPv6 reads the blocks that a subnet has. Where the answer does not say
// that a block is private it is taken for a public one: of blocks from before
// there were private ones nothing is said.
func subnetIPv6(all []types.SubnetIpv6CidrBlockAssociation) (blocks []SubnetIPv6) {
	for _, a := range all {
		if a.Ipv6CidrBlock == nil || a.Ipv6CidrBlockState != nil && a.Ipv6CidrBlockState.State == types.SubnetCidrBlockStateCodeDisassociated {
			continue
		}
		blocks = append(blocks, SubnetIPv6{*a.Ipv6CidrBlock, a.Ipv6AddressAttribute == types.Ipv6AddressAttributePrivate})
	}
	return blocks
}

// subnetsOfVPC finds the subnets of a VPC.
var subnetsOfVPC = &inventory.Index[Subnet]{
	Of:   Subnets,
	Keys: func(r inventory.Reader, s *Subnet) []string { return key(r, s.VPCID, "EC2 DescribeSubnets", "VpcId") },
}

// SubnetsOf returns the subnets of a VPC, and tells r of what may hide others.
func SubnetsOf(inv *inventory.Inventory, r inventory.Reader, region, vpc string) []*Subnet {
	return subnetsOfVPC.Get(inv, r, region, vpc)
}
