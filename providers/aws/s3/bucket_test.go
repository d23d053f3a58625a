package s3

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// What S3 answers for a bucket on which nothing was ever configured, and for
// one that is deleted while it is read.
func TestBucketFields(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(_ awsfake.Call, in *s3.ListBucketsInput) (*s3.ListBucketsOutput, error) {
		if in.ContinuationToken == nil {
			return &s3.ListBucketsOutput{Buckets: []types.Bucket{{Name: new("plain"), BucketRegion: new("eu-central-1")}}, ContinuationToken: new("1")}, nil
		}
		return &s3.ListBucketsOutput{Buckets: []types.Bucket{{Name: new("gone")}}}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *s3.GetPublicAccessBlockInput) (*s3.GetPublicAccessBlockOutput, error) {
		if *in.Bucket == "gone" {
			return nil, awsfake.Wrap(404, &types.NoSuchBucket{})
		}
		if c.Region != "eu-central-1" {
			t.Errorf("asked %s for a bucket of eu-central-1", c.Region)
		}
		return nil, awsfake.Error(404, "NoSuchPublicAccessBlockConfiguration", "none")
	})
	awsfake.On(&e, func(awsfake.Call, *s3.GetBucketLoggingInput) (*s3.GetBucketLoggingOutput, error) {
		return &s3.GetBucketLoggingOutput{}, nil
	})
	inv := awstest.Collect(t, &e, BucketPublicAccess, BucketLogging)
	rows := awstest.Rows(t, inv, Buckets)
	if len(rows) != 1 || rows[0].Full != "arn:aws:s3:::plain" || rows[0].Region != "eu-central-1" {
		t.Fatalf("rows %+v", rows)
	}
	if inv.Gone() != 1 {
		t.Errorf("%d rows counted as gone, want 1", inv.Gone())
	}
	if b := awstest.Value(t, rows[0].PublicAccess); b != (PublicAccessBlock{}) {
		t.Errorf("a bucket without a block has %+v", b)
	}
	if l := awstest.Value(t, rows[0].Logging); l.TargetBucket != "" {
		t.Errorf("a bucket without logging has %+v", l)
	}
}
