package s3

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// BucketPolicy fetches Bucket.Policy.
var BucketPolicy = &inventory.Field[Bucket, trust.Policy]{
	Of: Buckets, Column: "policy", Actions: []string{"s3:GetBucketPolicy"},
	At: func(b *Bucket) *inventory.Known[trust.Policy] { return &b.Policy },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) (trust.Policy, error) {
		out, err := client(s, b.Region).GetBucketPolicy(ctx, &s3.GetBucketPolicyInput{Bucket: &b.ID})
		if aws.Code(err, "NoSuchBucketPolicy") {
			return trust.Policy{}, nil
		}
		if err != nil {
			return trust.Policy{}, gone(err)
		}
		if out.Policy == nil || *out.Policy == "" {
			return trust.Policy{}, aws.ErrBroken
		}
		return trust.Parse(s, out.Policy)
	},
}

// BucketPolicyPublic fetches Bucket.PolicyPublic: what S3 itself says of the
// bucket's policy. RestrictPublicBuckets binds what S3 counts as public, and
// nothing else.
var BucketPolicyPublic = &inventory.Field[Bucket, bool]{
	Of: Buckets, Column: "policyPublic", Actions: []string{"s3:GetBucketPolicyStatus"},
	At: func(b *Bucket) *inventory.Known[bool] { return &b.PolicyPublic },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) (bool, error) {
		out, err := client(s, b.Region).GetBucketPolicyStatus(ctx, &s3.GetBucketPolicyStatusInput{Bucket: &b.ID})
		if aws.Code(err, "NoSuchBucketPolicy") {
			return false, nil
		}
		if err != nil {
			return false, gone(err)
		}
		if out.PolicyStatus == nil || out.PolicyStatus.IsPublic == nil {
			return false, aws.ErrBroken
		}
		return *out.PolicyStatus.IsPublic, nil
	},
}
