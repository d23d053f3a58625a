// Package s3 collects Amazon S3 buckets, access points and the account's
// settings for them.
package s3

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A Bucket is a general-purpose bucket.
type Bucket struct {
	inventory.Resource
	Encryption   inventory.Known[Encryption]        `fetch:"-"`
	PublicAccess inventory.Known[PublicAccessBlock] `fetch:"-"` // its own; the account's is in Account
	Ownership    inventory.Known[string]            `fetch:"-"` // BucketOwnerEnforced, BucketOwnerPreferred, ObjectWriter
	Grants       inventory.Known[[]Grant]           `fetch:"-"` // its access control list
	Logging      inventory.Known[Logging]           `fetch:"-"`
	Versioning   inventory.Known[Versioning]        `fetch:"-"`
	Lifecycle    inventory.Known[[]LifecycleRule]   `fetch:"-"`
	Policy       inventory.Known[trust.Policy]      `fetch:"-"`
	PolicyPublic inventory.Known[bool]              `fetch:"-"` // S3 itself counts the policy as public
}

// Encryption is what S3 does to new objects. Since 5 January 2023 every new
// object is encrypted with S3-managed keys at least (S3 User Guide, "Default
// encryption FAQ"), so a bucket always has an algorithm.
type Encryption struct {
	Algorithm string // AES256, aws:kms, aws:kms:dsse
	KeyID     string // the KMS key; empty for the AWS-managed one
	BucketKey bool
}

// A PublicAccessBlock is zero where none is set, which is how S3 treats it.
type PublicAccessBlock struct {
	BlockPublicACLs, IgnorePublicACLs, BlockPublicPolicy, RestrictPublicBuckets bool
}

// All reports whether all four settings are on.
func (b PublicAccessBlock) All() bool {
	return b.BlockPublicACLs && b.IgnorePublicACLs && b.BlockPublicPolicy && b.RestrictPublicBuckets
}

// Off lists the settings that are off, by the API's names.
func (b PublicAccessBlock) Off() (off []string) {
	for _, s := range []struct {
		name string
		on   bool
	}{
		{"BlockPublicAcls", b.BlockPublicACLs}, {"IgnorePublicAcls", b.IgnorePublicACLs},
		{"BlockPublicPolicy", b.BlockPublicPolicy}, {"RestrictPublicBuckets", b.RestrictPublicBuckets},
	} {
		if !s.on {
			off = append(off, s.name)
		}
	}
	return off
}

// Or is what two blocks do together: S3 applies the most restrictive
// combination of the bucket's and the account's settings.
func (b PublicAccessBlock) Or(o PublicAccessBlock) PublicAccessBlock {
	return PublicAccessBlock{
		b.BlockPublicACLs || o.BlockPublicACLs, b.IgnorePublicACLs || o.IgnorePublicACLs,
		b.BlockPublicPolicy || o.BlockPublicPolicy, b.RestrictPublicBuckets || o.RestrictPublicBuckets,
	}
}

// A Grant is one line of an access control list.
type Grant struct {
	URI        string // the group, for grants to groups
	GranteeID  string // the canonical user, for grants to accounts
	Permission string // READ, WRITE, READ_ACP, WRITE_ACP, FULL_CONTROL
}

// Logging says where server access logs go; zero where they are off.
type Logging struct{ TargetBucket, TargetPrefix string }

// Versioning is zero where it was never switched on.
type Versioning struct {
	Enabled, Suspended, MFADelete bool
}

// A LifecycleRule is the part of a lifecycle rule that checks look at.
type LifecycleRule struct {
	ID      string
	Enabled bool
}

// Buckets lists the account's buckets: one paged call gives those of every
// region, with the region of each.
var Buckets = &inventory.Type[Bucket]{
	Kind:     "aws.s3.Bucket",
	Level:    inventory.AtAccount,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"s3:ListAllMyBuckets", "s3:GetBucketLocation"},
	Tags:     aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Bucket, error] {
		max := int32(1000) // without it the answer is not paged and has no regions
		pages := aws.Pages(ctx, client(s, "").ListBuckets, &s3.ListBucketsInput{MaxBuckets: &max},
			func(out *s3.ListBucketsOutput) *string { return out.ContinuationToken },
			func(in *s3.ListBucketsInput, token *string) { in.ContinuationToken = token })
		return aws.List(pages, func(out *s3.ListBucketsOutput) (rows []*Bucket) {
			for _, b := range out.Buckets {
				arn := aws.ARN{Partition: aws.From(s).Partition, Service: "s3", Resource: *b.Name}.String()
				r := aws.Resource(s, arn, *b.Name)
				r.Region = region(ctx, s, b)
				rows = append(rows, &Bucket{Resource: r})
			}
			return rows
		})
	},
}

// region is the region of a listed bucket. Services that speak the API of S3
// and are older than the field do not give it: they are asked bucket by bucket.
// Where that is refused too, the bucket counts as the home region's; if it is
// not there, its settings answer with a redirect, which is a Gap.
func region(ctx context.Context, s inventory.Scope, b types.Bucket) string {
	if b.BucketRegion != nil {
		return Region(b.BucketRegion)
	}
	out, err := client(s, "").GetBucketLocation(ctx, &s3.GetBucketLocationInput{Bucket: b.Name})
	if err != nil {
		return aws.From(s).Home
	}
	return Region(new(string(out.LocationConstraint)))
}

// Region reads a bucket's region as the API gives it: nothing and "US" stand
// for us-east-1, and "EU" for eu-west-1 (S3 API reference, "GetBucketLocation").
func Region(location *string) string {
	switch {
	case location == nil || *location == "" || *location == "US":
		return "us-east-1"
	case *location == "EU":
		return "eu-west-1"
	}
	return *location
}

// client addresses buckets in region by path where an endpoint of the user's
// own is set: names under such a host seldom resolve.
func client(s inventory.Scope, region string) *s3.Client {
	return s3.NewFromConfig(aws.ConfigIn(s, "s3", region), func(o *s3.Options) { o.UsePathStyle = o.BaseEndpoint != nil })
}
