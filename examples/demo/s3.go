package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi"
	tagtypes "github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/s3control"
	controltypes "github.com/aws/aws-sdk-go-v2/service/s3control/types"

	"demarc/providers/aws/awsfake"
)

// A bucket of the company; what is left out was never configured.
type bucket struct {
	name, region string
	block        *types.PublicAccessBlockConfiguration
	kms          string
	acls         bool // object ownership still lets ACLs count
	publicACL    bool
	policy       string
	public       bool // what S3 says of the policy
	logs         string
	versioning   types.BucketVersioningStatus
	lifecycle    bool
	tags         map[string]string
}

var blockAll = &types.PublicAccessBlockConfiguration{
	BlockPublicAcls: new(true), IgnorePublicAcls: new(true), BlockPublicPolicy: new(true), RestrictPublicBuckets: new(true),
}

var buckets = map[string][]bucket{
	Shop: {
		{name: "larkspur-shop-assets", region: virginia, acls: true, publicACL: true, tags: map[string]string{"team": "web"}},
		{name: "larkspur-shop-orders", region: frankfurt, block: blockAll, kms: "alias/orders", logs: "larkspur-shop-logs", versioning: types.BucketVersioningStatusEnabled, lifecycle: true, policy: policyOf(denyPlain("larkspur-shop-orders")), tags: map[string]string{"team": "orders", "data": "confidential"}},
		{name: "larkspur-shop-logs", region: virginia, block: blockAll, versioning: types.BucketVersioningStatusEnabled, lifecycle: true, policy: policyOf(denyPlain("larkspur-shop-logs"),
			allowed(`{"Service":"delivery.logs.amazonaws.com"}`, "s3:PutObject", "arn:aws:s3:::larkspur-shop-logs/*", `{"StringEquals":{"aws:SourceAccount":"`+Shop+`"}}`))},
		{name: "larkspur-shop-exports", region: frankfurt, public: true, policy: policyOf(
			allowed(`"*"`, "s3:GetObject", "arn:aws:s3:::larkspur-shop-exports/*", ""),
			allowed(`"*"`, "s3:PutObject", "arn:aws:s3:::larkspur-shop-exports/incoming/*", ""))},
	},
	Lab: {
		{name: "larkspur-lab-scratch", region: virginia, acls: true, policy: policyOf(allowed(`{"AWS":"arn:aws:iam::`+partner+`:root"}`, "s3:*", "arn:aws:s3:::larkspur-lab-scratch", ""))},
		{name: "larkspur-lab-models", region: sydney, block: blockAll, versioning: types.BucketVersioningStatusSuspended, public: true, policy: policyOf(allowed(`"*"`, "s3:GetObject", "arn:aws:s3:::larkspur-lab-models/*", ""))},
	},
}

// denyPlain is the statement that turns requests without TLS away.
func denyPlain(bucket string) string {
	return `{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::` + bucket + `","arn:aws:s3:::` + bucket + `/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}`
}

func findBucket(c awsfake.Call, name *string) (bucket, error) {
	for _, b := range buckets[c.Account] {
		if b.name == *name {
			if b.region != c.Region {
				return b, awsfake.Error(301, "PermanentRedirect", "the bucket is in another region")
			}
			return b, nil
		}
	}
	return bucket{}, awsfake.Wrap(404, &types.NoSuchBucket{})
}

func s3Answers(e *awsfake.Estate) {
	s3PolicyAnswers(e)
	s3SettingAnswers(e)
	s3PointAnswers(e)
	awsfake.On(e, func(c awsfake.Call, in *s3.ListBucketsInput) (*s3.ListBucketsOutput, error) {
		page, next := awsfake.Page(buckets[c.Account], in.ContinuationToken, 3)
		out := &s3.ListBucketsOutput{ContinuationToken: next}
		for _, b := range page {
			out.Buckets = append(out.Buckets, types.Bucket{Name: &b.name, BucketRegion: &b.region})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.GetPublicAccessBlockInput) (*s3.GetPublicAccessBlockOutput, error) {
		b, err := findBucket(c, in.Bucket)
		if err == nil && b.block == nil {
			err = awsfake.Error(404, "NoSuchPublicAccessBlockConfiguration", "none")
		}
		return &s3.GetPublicAccessBlockOutput{PublicAccessBlockConfiguration: b.block}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.GetBucketLoggingInput) (*s3.GetBucketLoggingOutput, error) {
		b, err := findBucket(c, in.Bucket)
		out := &s3.GetBucketLoggingOutput{}
		if b.logs != "" {
			out.LoggingEnabled = &types.LoggingEnabled{TargetBucket: &b.logs, TargetPrefix: new(b.name + "/")}
		}
		return out, err
	})
	awsfake.On(e, func(c awsfake.Call, _ *s3control.GetPublicAccessBlockInput) (*s3control.GetPublicAccessBlockOutput, error) {
		if c.Account == Lab {
			return &s3control.GetPublicAccessBlockOutput{PublicAccessBlockConfiguration: &controltypes.PublicAccessBlockConfiguration{
				BlockPublicAcls: new(true), IgnorePublicAcls: new(true), BlockPublicPolicy: new(true), RestrictPublicBuckets: new(true),
			}}, nil
		}
		return nil, awsfake.Error(404, "NoSuchPublicAccessBlockConfiguration", "none")
	})
}

// tagAnswers gives the tags of whatever has no tags in its own listing.
func tagAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *resourcegroupstaggingapi.GetResourcesInput) (*resourcegroupstaggingapi.GetResourcesOutput, error) {
		out := &resourcegroupstaggingapi.GetResourcesOutput{}
		for _, b := range buckets[c.Account] {
			if b.region != c.Region || b.tags == nil {
				continue
			}
			m := tagtypes.ResourceTagMapping{ResourceARN: new("arn:aws:s3:::" + b.name)}
			for k, v := range b.tags {
				m.Tags = append(m.Tags, tagtypes.Tag{Key: &k, Value: &v})
			}
			out.ResourceTagMappingList = append(out.ResourceTagMappingList, m)
		}
		return out, nil
	})
}
