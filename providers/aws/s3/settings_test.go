package s3

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/s3control"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// What S3 answers for a bucket of long ago on which nothing was ever set, and
// for one on which all was.
func TestBucketSettings(t *testing.T) {
	var e awsfake.Estate
	none := func(code string) error { return awsfake.Error(404, code, "none") }
	awsfake.On(&e, func(awsfake.Call, *s3.ListBucketsInput) (*s3.ListBucketsOutput, error) {
		return &s3.ListBucketsOutput{Buckets: []types.Bucket{{Name: new("old"), BucketRegion: new("EU")}, {Name: new("set"), BucketRegion: new("us-east-1")}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3.GetBucketEncryptionInput) (*s3.GetBucketEncryptionOutput, error) {
		if *in.Bucket == "old" {
			return nil, none("ServerSideEncryptionConfigurationNotFoundError")
		}
		return &s3.GetBucketEncryptionOutput{ServerSideEncryptionConfiguration: &types.ServerSideEncryptionConfiguration{Rules: []types.ServerSideEncryptionRule{
			{ApplyServerSideEncryptionByDefault: &types.ServerSideEncryptionByDefault{SSEAlgorithm: "aws:kms", KMSMasterKeyID: new("k")}, BucketKeyEnabled: new(true)}}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3.GetBucketOwnershipControlsInput) (*s3.GetBucketOwnershipControlsOutput, error) {
		if *in.Bucket == "old" {
			return nil, none("OwnershipControlsNotFoundError")
		}
		return &s3.GetBucketOwnershipControlsOutput{OwnershipControls: &types.OwnershipControls{Rules: []types.OwnershipControlsRule{{ObjectOwnership: "BucketOwnerEnforced"}}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3.GetBucketAclInput) (*s3.GetBucketAclOutput, error) {
		if *in.Bucket == "old" {
			return &s3.GetBucketAclOutput{Grants: []types.Grant{{Permission: "READ"}}}, nil // to whom is not said
		}
		return &s3.GetBucketAclOutput{Grants: []types.Grant{{Grantee: &types.Grantee{ID: new("me")}, Permission: "FULL_CONTROL"}, {Grantee: &types.Grantee{URI: new("all")}, Permission: "READ"}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3.GetBucketVersioningInput) (*s3.GetBucketVersioningOutput, error) {
		if *in.Bucket == "old" {
			return &s3.GetBucketVersioningOutput{}, nil
		}
		return &s3.GetBucketVersioningOutput{Status: "Enabled", MFADelete: "Enabled"}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *s3.GetBucketLifecycleConfigurationInput) (*s3.GetBucketLifecycleConfigurationOutput, error) {
		if *in.Bucket == "old" {
			return nil, none("NoSuchLifecycleConfiguration")
		}
		return &s3.GetBucketLifecycleConfigurationOutput{Rules: []types.LifecycleRule{{ID: new("a"), Status: "Disabled"}}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *s3control.GetPublicAccessBlockInput) (*s3control.GetPublicAccessBlockOutput, error) {
		return nil, none("NoSuchPublicAccessBlockConfiguration")
	})
	inv := awstest.Collect(t, &e, BucketEncryption, BucketOwnership, BucketGrants, BucketVersioning, BucketLifecycle, AccountPublicAccess)
	rows := awstest.Rows(t, inv, Buckets)
	if len(rows) != 2 || rows[0].ID != "old" || rows[0].Region != "eu-west-1" {
		t.Fatalf("rows %+v", rows)
	}
	old, set := rows[0], rows[1]
	if a := awstest.Value(t, old.Encryption); a != (Encryption{Algorithm: "AES256"}) {
		t.Errorf("encryption %+v", a)
	}
	if a := awstest.Value(t, set.Encryption); a != (Encryption{"aws:kms", "k", true}) {
		t.Errorf("encryption %+v", a)
	}
	if a, b := awstest.Value(t, old.Ownership), awstest.Value(t, set.Ownership); a != "ObjectWriter" || b != "BucketOwnerEnforced" {
		t.Errorf("ownership %s and %s", a, b)
	}
	if _, hidden := old.Grants.Gap(); !hidden {
		t.Error("a grant to nobody that is named is known")
	}
	if g := awstest.Value(t, set.Grants); len(g) != 2 || g[1] != (Grant{"all", "", "READ"}) {
		t.Errorf("grants %+v", g)
	}
	if a, b := awstest.Value(t, old.Versioning), awstest.Value(t, set.Versioning); a != (Versioning{}) || b != (Versioning{Enabled: true, MFADelete: true}) {
		t.Errorf("versioning %+v and %+v", a, b)
	}
	if a, b := awstest.Value(t, old.Lifecycle), awstest.Value(t, set.Lifecycle); len(a) != 0 || len(b) != 1 || b[0].Enabled {
		t.Errorf("lifecycle %+v and %+v", a, b)
	}
	if a := awstest.Rows(t, inv, Accounts); awstest.Value(t, a[0].PublicAccess) != (PublicAccessBlock{}) {
		t.Errorf("account %+v", a[0])
	}
}
