package demo

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/s3control"
	controltypes "github.com/aws/aws-sdk-go-v2/service/s3control/types"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"demarc/providers/aws/awsfake"
)

func s3PolicyAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *s3.GetBucketPolicyInput) (*s3.GetBucketPolicyOutput, error) {
		b, err := findBucket(c, in.Bucket)
		if err == nil && b.policy == "" {
			err = awsfake.Error(404, "NoSuchBucketPolicy", "none")
		}
		return &s3.GetBucketPolicyOutput{Policy: &b.policy}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.GetBucketPolicyStatusInput) (*s3.GetBucketPolicyStatusOutput, error) {
		b, err := findBucket(c, in.Bucket)
		if err == nil && b.policy == "" {
			err = awsfake.Error(404, "NoSuchBucketPolicy", "none")
		}
		return &s3.GetBucketPolicyStatusOutput{PolicyStatus: &types.PolicyStatus{IsPublic: &b.public}}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.GetBucketAclInput) (*s3.GetBucketAclOutput, error) {
		b, err := findBucket(c, in.Bucket)
		out := &s3.GetBucketAclOutput{Grants: []types.Grant{{Grantee: &types.Grantee{ID: new(strings.Repeat(c.Account[:4], 16)), Type: types.TypeCanonicalUser}, Permission: types.PermissionFullControl}}}
		if b.publicACL {
			out.Grants = append(out.Grants, types.Grant{Grantee: &types.Grantee{URI: new("http://acs.amazonaws.com/groups/global/AllUsers"), Type: types.TypeGroup}, Permission: types.PermissionRead})
		}
		return out, err
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.GetBucketOwnershipControlsInput) (*s3.GetBucketOwnershipControlsOutput, error) {
		b, err := findBucket(c, in.Bucket)
		if err == nil && b.acls {
			err = awsfake.Error(404, "OwnershipControlsNotFoundError", "none") // a bucket from before April 2023
		}
		return &s3.GetBucketOwnershipControlsOutput{OwnershipControls: &types.OwnershipControls{
			Rules: []types.OwnershipControlsRule{{ObjectOwnership: types.ObjectOwnershipBucketOwnerEnforced}}}}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.HeadBucketInput) (*s3.HeadBucketOutput, error) {
		for account, all := range buckets {
			for _, b := range all {
				if b.name == *in.Bucket && account == c.Account {
					return &s3.HeadBucketOutput{BucketRegion: &b.region}, nil
				}
				if b.name == *in.Bucket {
					h := http.Header{}
					h.Set("x-amz-bucket-region", b.region)
					return nil, &smithyhttp.ResponseError{Response: &smithyhttp.Response{Response: &http.Response{StatusCode: 403, Header: h}},
						Err: &smithy.GenericAPIError{Code: "Forbidden"}}
				}
			}
		}
		return nil, awsfake.Wrap(404, &types.NotFound{})
	})
}

func s3SettingAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *s3.GetBucketEncryptionInput) (*s3.GetBucketEncryptionOutput, error) {
		b, err := findBucket(c, in.Bucket)
		d := &types.ServerSideEncryptionByDefault{SSEAlgorithm: types.ServerSideEncryptionAes256}
		if b.kms != "" {
			d = &types.ServerSideEncryptionByDefault{SSEAlgorithm: types.ServerSideEncryptionAwsKms, KMSMasterKeyID: &b.kms}
		}
		return &s3.GetBucketEncryptionOutput{ServerSideEncryptionConfiguration: &types.ServerSideEncryptionConfiguration{
			Rules: []types.ServerSideEncryptionRule{{ApplyServerSideEncryptionByDefault: d, BucketKeyEnabled: new(b.kms != "")}}}}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.GetBucketVersioningInput) (*s3.GetBucketVersioningOutput, error) {
		b, err := findBucket(c, in.Bucket)
		return &s3.GetBucketVersioningOutput{Status: b.versioning}, err
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.GetBucketLifecycleConfigurationInput) (*s3.GetBucketLifecycleConfigurationOutput, error) {
		rules := &s3.GetBucketLifecycleConfigurationOutput{Rules: []types.LifecycleRule{{ID: new("old"), Status: types.ExpirationStatusEnabled}}}
		none := awsfake.Error(404, "NoSuchLifecycleConfiguration", "none")
		if lifecycle, directory := directoryBuckets[*in.Bucket]; directory {
			if lifecycle {
				return rules, nil
			}
			return nil, none
		}
		b, err := findBucket(c, in.Bucket)
		if err == nil && !b.lifecycle {
			err = none
		}
		return rules, err
	})
	awsfake.On(e, func(c awsfake.Call, in *s3.ListDirectoryBucketsInput) (*s3.ListDirectoryBucketsOutput, error) {
		out := &s3.ListDirectoryBucketsOutput{}
		if at(c) != (place{Shop, virginia}) {
			return out, nil
		}
		names := slices.Sorted(maps.Keys(directoryBuckets))
		page, next := awsfake.Page(names, in.ContinuationToken, 1)
		out.ContinuationToken = next
		for _, n := range page {
			out.Buckets = append(out.Buckets, types.Bucket{Name: &n})
		}
		return out, nil
	})
}

// directoryBuckets are the shop's, with whether they have lifecycle rules.
var directoryBuckets = map[string]bool{"larkspur-shop-index--use1-az4--x-s3": true, "larkspur-shop-thumbs--use1-az4--x-s3": false}

// A point is an access point.
type point struct {
	name, bucket string
	vpc, blocked bool
}

var points = map[place][]point{
	{Shop, frankfurt}: {
		{"orders-batch", "larkspur-shop-orders", true, true}, {"exports-feed", "larkspur-shop-exports", false, false}, {"orders-reports", "larkspur-shop-orders", false, true},
	},
	{Lab, sydney}: {{"models-public", "larkspur-lab-models", false, false}},
}

func controlBlock(on bool) *controltypes.PublicAccessBlockConfiguration {
	return &controltypes.PublicAccessBlockConfiguration{BlockPublicAcls: &on, IgnorePublicAcls: &on, BlockPublicPolicy: &on, RestrictPublicBuckets: &on}
}

func s3PointAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *s3control.ListAccessPointsInput) (*s3control.ListAccessPointsOutput, error) {
		page, next := awsfake.Page(points[at(c)], in.NextToken, 2)
		out := &s3control.ListAccessPointsOutput{NextToken: next}
		for _, p := range page {
			a := controltypes.AccessPoint{
				Name: &p.name, Bucket: &p.bucket, BucketAccountId: &c.Account, NetworkOrigin: controltypes.NetworkOriginInternet,
				AccessPointArn: new("arn:aws:s3:" + c.Region + ":" + c.Account + ":accesspoint/" + p.name),
			}
			if p.vpc {
				a.NetworkOrigin = controltypes.NetworkOriginVpc
			}
			out.AccessPointList = append(out.AccessPointList, a)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *s3control.GetAccessPointInput) (*s3control.GetAccessPointOutput, error) {
		for _, p := range points[at(c)] {
			if p.name == *in.Name {
				return &s3control.GetAccessPointOutput{PublicAccessBlockConfiguration: controlBlock(p.blocked)}, nil
			}
		}
		return nil, awsfake.Error(404, "NoSuchAccessPoint", "none")
	})
	awsfake.On(e, func(c awsfake.Call, in *s3control.ListMultiRegionAccessPointsInput) (*s3control.ListMultiRegionAccessPointsOutput, error) {
		if c.Account != Shop {
			return &s3control.ListMultiRegionAccessPointsOutput{}, nil
		}
		page, next := awsfake.Page([]controltypes.MultiRegionAccessPointReport{
			{Name: new("larkspur-assets"), Alias: new("m4larkspur001.mrap"), Status: "READY", PublicAccessBlock: controlBlock(true)},
			{Name: new("larkspur-drafts"), Alias: new("m4larkspur002.mrap"), Status: "READY", PublicAccessBlock: controlBlock(false)},
			{Name: new("larkspur-old"), Alias: new("m4larkspur003.mrap"), Status: "DELETING", PublicAccessBlock: controlBlock(false)},
		}, in.NextToken, 2)
		return &s3control.ListMultiRegionAccessPointsOutput{AccessPoints: page, NextToken: next}, nil
	})
}
