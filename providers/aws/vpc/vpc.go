// Package vpc collects the network half of Amazon EC2: VPCs and what is in
// them, who may reach it, and what logs the traffic. It also answers, over the
// whole way, whether the internet reaches an interface.
package vpc

import (
	"context"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A VPC is a virtual private cloud.
type VPC struct {
	inventory.Resource
	State   string // pending, available, deleting
	Default bool   // the one that AWS made in the region
	CIDR    string // the primary IPv4 block
}

// VPCs lists the VPCs of each region, those shared with the account too.
var VPCs = &inventory.Type[VPC]{
	Kind: "aws.vpc.VPC", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeVpcs"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*VPC, error] {
		pages := aws.Pages(ctx, client(s).DescribeVpcs, &ec2.DescribeVpcsInput{MaxResults: new(many)},
			func(out *ec2.DescribeVpcsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeVpcsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeVpcsOutput) (rows []*VPC) {
			for _, v := range out.Vpcs {
				rows = append(rows, &VPC{
					Resource: resource(s, v.OwnerId, "vpc", *v.VpcId, v.Tags),
					State:    string(v.State), Default: aws.Deref(v.IsDefault), CIDR: aws.Deref(v.CidrBlock),
				})
			}
			return rows
		})
	},
}

// The sizes of pages that are asked for. Without one EC2 tries to give all in
// one answer, which fails in large accounts ("Pagination" in the EC2 API
// reference); some operations allow no more than 100.
const (
	many int32 = 1000
	few  int32 = 100
)

func client(s inventory.Scope) *ec2.Client { return ec2.NewFromConfig(aws.Config(s, "ec2")) }

// resource names a row that its owner's ARN tells: a thing that is shared
// through AWS RAM is listed in accounts that do not own it.
func resource(s inventory.Scope, owner *string, kind, id string, tags []types.Tag) inventory.Resource {
	account := s.Account
	if o := aws.Deref(owner); o != "" {
		account = o
	}
	arn := aws.ARN{Partition: aws.From(s).Partition, Service: "ec2", Region: s.Region, Account: account, Resource: kind + "/" + id}
	return tagged(s, arn.String(), id, tags)
}

func tagged(s inventory.Scope, arn, id string, tags []types.Tag) inventory.Resource {
	return aws.Tagged(aws.Resource(s, arn, id), tags, func(t types.Tag) (key, value *string) { return t.Key, t.Value })
}

// key is what an Index finds a row under: an id that its answer holds. One that
// the answer lacks may be any, which r is told.
func key(r inventory.Reader, id, call, what string) []string {
	if id == "" {
		inventory.Unanswered[string](call, what).Get(r)
		return nil
	}
	return []string{id}
}

// lastPart is the id at the end of an ARN.
func lastPart(arn string) string {
	return arn[strings.LastIndex(arn, "/")+1:]
}
