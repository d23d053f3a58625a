package s3

import (
	"net"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/s3control"
	controltypes "github.com/aws/aws-sdk-go-v2/service/s3control/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func TestBucketPolicy(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *s3.ListBucketsInput) (*s3.ListBucketsOutput, error) {
		out := &s3.ListBucketsOutput{}
		for _, name := range []string{"broken", "gone", "open", "plain"} {
			out.Buckets = append(out.Buckets, types.Bucket{Name: &name, BucketRegion: new("us-east-1")})
		}
		return out, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3.GetBucketPolicyInput) (*s3.GetBucketPolicyOutput, error) {
		switch *in.Bucket {
		case "gone":
			return nil, awsfake.Wrap(404, &types.NoSuchBucket{})
		case "plain":
			return nil, awsfake.Error(404, "NoSuchBucketPolicy", "none")
		case "broken":
			return &s3.GetBucketPolicyOutput{Policy: new("{")}, nil
		}
		return &s3.GetBucketPolicyOutput{Policy: new(`{"Statement":[{"Effect":"Allow","Principal":{"AWS":["111122223333","999988887777"]},"Action":"s3:*","Resource":"*"}]}`)}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3.GetBucketPolicyStatusInput) (*s3.GetBucketPolicyStatusOutput, error) {
		switch *in.Bucket {
		case "plain":
			return nil, awsfake.Error(404, "NoSuchBucketPolicy", "none")
		case "broken":
			return &s3.GetBucketPolicyStatusOutput{}, nil
		}
		return &s3.GetBucketPolicyStatusOutput{PolicyStatus: &types.PolicyStatus{IsPublic: new(true)}}, nil
	})
	inv := awstest.Collect(t, &e, BucketPolicy, BucketPolicyPublic)
	rows := awstest.Rows(t, inv, Buckets)
	if len(rows) != 3 || inv.Gone() != 1 {
		t.Fatalf("%d rows, %d gone", len(rows), inv.Gone())
	}
	broken, open, plain := rows[0], rows[1], rows[2]
	if _, hidden := broken.Policy.Gap(); !hidden {
		t.Error("a policy that cannot be read is known")
	}
	if _, hidden := broken.PolicyPublic.Gap(); !hidden {
		t.Error("a status that the answer lacks is known")
	}
	if p := awstest.Value(t, open.Policy); p.Document == nil || len(p.Trusted) != 1 || p.Trusted[0] != awstest.Account || !awstest.Value(t, open.PolicyPublic) {
		t.Errorf("open: %+v", p)
	}
	if p := awstest.Value(t, plain.Policy); p.Document != nil || awstest.Value(t, plain.PolicyPublic) {
		t.Errorf("plain: %+v", p)
	}
}

func TestAccessPoints(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *s3control.ListAccessPointsInput) (*s3control.ListAccessPointsOutput, error) {
		out := &s3control.ListAccessPointsOutput{}
		if c.Region == "eu-central-1" {
			out.AccessPointList, out.NextToken = awsfake.Page([]controltypes.AccessPoint{
				{Name: new("a"), Bucket: new("b"), NetworkOrigin: "VPC", BucketAccountId: new("111122223333")},
				{Name: new("gone"), Bucket: new("b"), NetworkOrigin: "Internet"},
				{Name: new("z"), Bucket: new("b")},
			}, in.NextToken, 2)
		}
		return out, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3control.GetAccessPointInput) (*s3control.GetAccessPointOutput, error) {
		switch *in.Name {
		case "gone":
			return nil, awsfake.Error(404, "NoSuchAccessPoint", "none")
		case "z":
			return &s3control.GetAccessPointOutput{}, nil
		}
		return &s3control.GetAccessPointOutput{PublicAccessBlockConfiguration: &controltypes.PublicAccessBlockConfiguration{IgnorePublicAcls: new(true)}}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *s3control.ListMultiRegionAccessPointsInput) (*s3control.ListMultiRegionAccessPointsOutput, error) {
		if c.Region != "us-west-2" {
			t.Errorf("asked %s for Multi-Region Access Points", c.Region)
		}
		page, next := awsfake.Page([]controltypes.MultiRegionAccessPointReport{
			{Name: new("m"), Alias: new("m1.mrap"), Status: "READY", PublicAccessBlock: &controltypes.PublicAccessBlockConfiguration{BlockPublicAcls: new(true)}},
			{Name: new("n"), Status: "CREATING"},
		}, in.NextToken, 1)
		return &s3control.ListMultiRegionAccessPointsOutput{AccessPoints: page, NextToken: next}, nil
	})
	inv := awstest.Collect(t, &e, AccessPointPublicAccess, MultiRegionAccessPoints)
	points := awstest.Rows(t, inv, AccessPoints)
	if len(points) != 2 || inv.Gone() != 1 || points[0].Full != "arn:aws:s3:eu-central-1:111122223333:accesspoint/a" || !awstest.Value(t, points[0].VPCOnly) {
		t.Fatalf("access points %+v", points)
	}
	if b := awstest.Value(t, points[0].PublicAccess); b != (PublicAccessBlock{IgnorePublicACLs: true}) {
		t.Errorf("block %+v", b)
	}
	if _, hidden := points[1].PublicAccess.Gap(); !hidden {
		t.Error("a block that the answer lacks is known")
	}
	multi := awstest.Rows(t, inv, MultiRegionAccessPoints)
	if len(multi) != 2 || multi[0].Full != "arn:aws:s3::111122223333:accesspoint/m1.mrap" || multi[0].Region != "" {
		t.Fatalf("Multi-Region Access Points %+v", multi)
	}
	if _, hidden := multi[1].PublicAccess.Gap(); !hidden {
		t.Error("a block that the answer lacks is known")
	}
}

func TestDirectoryBuckets(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *s3.ListDirectoryBucketsInput) (*s3.ListDirectoryBucketsOutput, error) {
		out := &s3.ListDirectoryBucketsOutput{}
		switch c.Region {
		case "ap-southeast-2":
			return nil, &net.DNSError{Err: "no such host", Name: "s3express-control.ap-southeast-2.amazonaws.com", IsNotFound: true}
		case "us-east-1":
			out.Buckets, out.ContinuationToken = awsfake.Page([]types.Bucket{{Name: new("a--use1-az4--x-s3")}, {Name: new("general")}, {Name: new("b--use1-az4--x-s3")}}, in.ContinuationToken, 2)
		}
		return out, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3.GetBucketLifecycleConfigurationInput) (*s3.GetBucketLifecycleConfigurationOutput, error) {
		if *in.Bucket == "a--use1-az4--x-s3" {
			return nil, awsfake.Error(404, "NoSuchLifecycleConfiguration", "none")
		}
		return &s3.GetBucketLifecycleConfigurationOutput{Rules: []types.LifecycleRule{{Status: types.ExpirationStatusEnabled}}}, nil
	})
	inv := awstest.Collect(t, &e, DirectoryBucketLifecycle)
	var gaps inventory.Gaps
	var rows []*DirectoryBucket
	for b := range DirectoryBuckets.All(inv, &gaps) {
		rows = append(rows, b)
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Unsupported || gaps[0].Call != "S3 ListDirectoryBuckets" {
		t.Errorf("gaps %v", gaps)
	}
	if len(rows) != 2 || len(awstest.Value(t, rows[0].Lifecycle)) != 0 || len(awstest.Value(t, rows[1].Lifecycle)) != 1 {
		t.Errorf("rows %+v", rows)
	}
}
