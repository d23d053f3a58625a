package vpc

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A BlockPublicAccess is a region's setting that keeps its VPCs and internet
// gateways apart.
type BlockPublicAccess struct {
	inventory.Resource
	Mode inventory.Known[string] // off, block-bidirectional, block-ingress
}

// BlocksPublicAccess lists the one setting of each region.
var BlocksPublicAccess = &inventory.Type[BlockPublicAccess]{
	Kind: "aws.vpc.BlockPublicAccessOptions", Level: inventory.AtRegion, Model: inventory.Account,
	Actions: []string{"ec2:DescribeVpcBlockPublicAccessOptions"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*BlockPublicAccess, error] {
		out, err := client(s).DescribeVpcBlockPublicAccessOptions(ctx, &ec2.DescribeVpcBlockPublicAccessOptionsInput{})
		if err != nil {
			return aws.One[BlockPublicAccess](nil, err)
		}
		row := &BlockPublicAccess{Resource: resource(s, nil, "vpc-block-public-access-options", s.Region, nil)}
		row.Mode = inventory.Unanswered[string]("EC2 DescribeVpcBlockPublicAccessOptions", "InternetGatewayBlockMode")
		if o := out.VpcBlockPublicAccessOptions; o != nil && o.InternetGatewayBlockMode != "" {
			row.Mode = inventory.Of(string(o.InternetGatewayBlockMode))
		}
		return aws.One([]*BlockPublicAccess{row}, nil)
	},
}

// An Exclusion exempts a VPC or a subnet from the block.
type Exclusion struct {
	inventory.Resource
	Of   string                  // the id of the VPC or the subnet
	Mode inventory.Known[string] // allow-bidirectional, allow-egress
}

// Exclusions lists the exclusions that are in force, or about to be, or may
// still be: only those that failed or came to their end are left out.
var Exclusions = &inventory.Type[Exclusion]{
	Kind: "aws.vpc.BlockPublicAccessExclusion", Level: inventory.AtRegion, Model: inventory.Account,
	Actions: []string{"ec2:DescribeVpcBlockPublicAccessExclusions"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Exclusion, error] {
		pages := aws.Pages(ctx, client(s).DescribeVpcBlockPublicAccessExclusions, &ec2.DescribeVpcBlockPublicAccessExclusionsInput{MaxResults: new(few)},
			func(out *ec2.DescribeVpcBlockPublicAccessExclusionsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeVpcBlockPublicAccessExclusionsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeVpcBlockPublicAccessExclusionsOutput) (rows []*Exclusion) {
			for _, x := range out.VpcBlockPublicAccessExclusions {
				switch x.State {
				case types.VpcBlockPublicAccessExclusionStateCreateFailed, types.VpcBlockPublicAccessExclusionStateDeleteComplete,
					types.VpcBlockPublicAccessExclusionStateDisableComplete:
					continue
				}
				row := &Exclusion{
					Resource: resource(s, nil, "vpc-block-public-access-exclusion", *x.ExclusionId, x.Tags),
					Of:       lastPart(aws.Deref(x.ResourceArn)),
					Mode:     inventory.Unanswered[string]("EC2 DescribeVpcBlockPublicAccessExclusions", "InternetGatewayExclusionMode"),
				}
				if x.InternetGatewayExclusionMode != "" {
					row.Mode = inventory.Of(string(x.InternetGatewayExclusionMode))
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// exclusionsOf finds the exclusions of a VPC or a subnet.
var exclusionsOf = &inventory.Index[Exclusion]{
	Of: Exclusions,
	Keys: func(r inventory.Reader, x *Exclusion) []string {
		return key(r, x.Of, "EC2 DescribeVpcBlockPublicAccessExclusions", "ResourceArn")
	},
}

// unblocked reports whether VPC Block Public Access lets packets from internet
// gateways into a subnet. Both blocking modes keep them out, but for VPCs and
// subnets with an exclusion for both directions; one for egress lets none in.
func unblocked(inv *inventory.Inventory, s *Subnet) inventory.Known[bool] {
	if s.Account != inv.Account {
		// The owner's setting holds. The subnet shows the mode, not the owner's exclusions.
		return inventory.Then(s.BlockedByBPA, func(mode string) inventory.Known[bool] {
			if mode == string(types.BlockPublicAccessModeOff) {
				return inventory.Of(true)
			}
			return inventory.Missing[bool](inventory.Gap{
				Reason: inventory.OtherAccount, Call: "EC2 DescribeVpcBlockPublicAccessExclusions",
				Action: "ec2:DescribeVpcBlockPublicAccessExclusions", Where: "the owner's account of " + s.ID,
			})
		})
	}
	off := inventory.Then(BlocksPublicAccess.The(inv, s.Region), func(b *BlockPublicAccess) inventory.Known[bool] {
		return inventory.Map(b.Mode, func(mode string) bool { return mode == string(types.InternetGatewayBlockModeOff) })
	})
	return inventory.Or(off, excluded(inv, s))
}

// excluded reports whether the subnet or its VPC is let off the block.
func excluded(inv *inventory.Inventory, s *Subnet) inventory.Known[bool] {
	var gaps inventory.Gaps
	var any []inventory.Known[bool]
	for _, id := range []string{s.ID, s.VPCID} {
		for _, x := range exclusionsOf.Get(inv, &gaps, s.Region, id) {
			any = append(any, inventory.Map(x.Mode, func(mode string) bool {
				return mode == string(types.InternetGatewayExclusionModeAllowBidirectional)
			}))
		}
	}
	for _, g := range gaps {
		any = append(any, inventory.Missing[bool](g))
	}
	return inventory.Or(any...)
}
