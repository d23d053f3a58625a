package s3

import (
	"context"
	"fmt"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/s3control"
	"github.com/aws/aws-sdk-go-v2/service/s3control/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An AccessPoint is a named way to a bucket, with a policy of its own.
type AccessPoint struct {
	inventory.Resource
	Bucket       string                             // the name
	BucketOwner  string                             // the account; empty where it is not said
	VPCOnly      inventory.Known[bool]              // S3 takes requests from one VPC only
	PublicAccess inventory.Known[PublicAccessBlock] `fetch:"-"` // its own
}

// AccessPoints lists the account's access points to general-purpose buckets.
var AccessPoints = &inventory.Type[AccessPoint]{
	Kind:    "aws.s3.AccessPoint",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"s3:ListAccessPoints"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*AccessPoint, error] {
		pages := aws.Pages(ctx, control(s, s.Region).ListAccessPoints, &s3control.ListAccessPointsInput{AccountId: &s.Account},
			func(out *s3control.ListAccessPointsOutput) *string { return out.NextToken },
			func(in *s3control.ListAccessPointsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *s3control.ListAccessPointsOutput) (rows []*AccessPoint) {
			for _, a := range out.AccessPointList {
				name := *a.Name
				arn := aws.MakeARN(s, "s3", "accesspoint/%s", name)
				if a.AccessPointArn != nil {
					arn = *a.AccessPointArn
				}
				row := &AccessPoint{
					Resource: aws.Resource(s, arn, name), Bucket: aws.Deref(a.Bucket), BucketOwner: aws.Deref(a.BucketAccountId),
					VPCOnly: inventory.Of(a.NetworkOrigin == types.NetworkOriginVpc),
				}
				if a.NetworkOrigin == "" {
					row.VPCOnly = inventory.Unanswered[bool]("S3 Control ListAccessPoints", "NetworkOrigin")
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// AccessPointPublicAccess fetches AccessPoint.PublicAccess.
var AccessPointPublicAccess = &inventory.Field[AccessPoint, PublicAccessBlock]{
	Of: AccessPoints, Column: "publicAccess", Actions: []string{"s3:GetAccessPoint"},
	At: func(a *AccessPoint) *inventory.Known[PublicAccessBlock] { return &a.PublicAccess },
	Fetch: func(ctx context.Context, s inventory.Scope, a *AccessPoint) (PublicAccessBlock, error) {
		out, err := control(s, s.Region).GetAccessPoint(ctx, &s3control.GetAccessPointInput{AccountId: &s.Account, Name: &a.ID})
		if aws.Code(err, "NoSuchAccessPoint") {
			return PublicAccessBlock{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
		}
		if err != nil {
			return PublicAccessBlock{}, err
		}
		if out.PublicAccessBlockConfiguration == nil {
			return PublicAccessBlock{}, aws.ErrBroken
		}
		return blockOf(out.PublicAccessBlockConfiguration), nil
	},
}

// blockOf reads a block as S3 Control gives it; a setting that it lacks is off.
func blockOf(c *types.PublicAccessBlockConfiguration) PublicAccessBlock {
	return PublicAccessBlock{aws.Deref(c.BlockPublicAcls), aws.Deref(c.IgnorePublicAcls), aws.Deref(c.BlockPublicPolicy), aws.Deref(c.RestrictPublicBuckets)}
}

// A MultiRegionAccessPoint is one name for buckets in several regions.
type MultiRegionAccessPoint struct {
	inventory.Resource
	Status       inventory.Known[string] // READY, CREATING, DELETING, …
	PublicAccess inventory.Known[PublicAccessBlock]
}

// MultiRegionAccessPoints lists the account's Multi-Region Access Points. All
// requests about them go to us-west-2 (Amazon S3 User Guide, "Multi-Region
// Access Point restrictions and limitations"); other partitions have none.
var MultiRegionAccessPoints = &inventory.Type[MultiRegionAccessPoint]{
	Kind:    "aws.s3.MultiRegionAccessPoint",
	Level:   inventory.AtAccount,
	Model:   inventory.Serverless,
	Actions: []string{"s3:ListMultiRegionAccessPoints"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*MultiRegionAccessPoint, error] {
		if aws.From(s).Partition != "aws" {
			return aws.One[MultiRegionAccessPoint](nil, nil)
		}
		pages := aws.Pages(ctx, control(s, "us-west-2").ListMultiRegionAccessPoints, &s3control.ListMultiRegionAccessPointsInput{AccountId: &s.Account},
			func(out *s3control.ListMultiRegionAccessPointsOutput) *string { return out.NextToken },
			func(in *s3control.ListMultiRegionAccessPointsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *s3control.ListMultiRegionAccessPointsOutput) (rows []*MultiRegionAccessPoint) {
			for _, a := range out.AccessPoints {
				rows = append(rows, multiRegion(s, a))
			}
			return rows
		})
	},
}

func multiRegion(s inventory.Scope, a types.MultiRegionAccessPointReport) *MultiRegionAccessPoint {
	const call = "S3 Control ListMultiRegionAccessPoints"
	name := *a.Name
	id := name
	if a.Alias != nil && *a.Alias != "" {
		id = *a.Alias // one that is being made has none yet
	}
	arn := aws.ARN{Partition: aws.From(s).Partition, Service: "s3", Account: s.Account, Resource: "accesspoint/" + id}.String()
	r := aws.Resource(s, arn, name)
	r.Tags = inventory.Of[map[string]string](nil) // they cannot be tagged
	row := &MultiRegionAccessPoint{
		Resource: r, Status: inventory.Of(string(a.Status)),
		PublicAccess: inventory.Unanswered[PublicAccessBlock](call, "PublicAccessBlock"),
	}
	if a.Status == "" {
		row.Status = inventory.Unanswered[string](call, "Status")
	}
	if a.PublicAccessBlock != nil {
		row.PublicAccess = inventory.Of(blockOf(a.PublicAccessBlock))
	}
	return row
}
