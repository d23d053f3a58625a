package s3

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// An access control list may be empty; what a grant is made of may not be absent.
func TestAbsentGrants(t *testing.T) {
	everybody := types.Grantee{Type: types.TypeGroup, URI: new("http://acs.amazonaws.com/groups/global/AllUsers")}
	for name, tc := range map[string]struct {
		grants []types.Grant
		known  bool
	}{
		"no list":            {nil, false},
		"an empty list":      {[]types.Grant{}, true},
		"a grant":            {[]types.Grant{{Grantee: &everybody, Permission: types.PermissionRead}}, true},
		"no grantee":         {[]types.Grant{{Permission: types.PermissionRead}}, false},
		"no permission":      {[]types.Grant{{Grantee: &everybody}}, false},
		"a group without ID": {[]types.Grant{{Grantee: &types.Grantee{Type: types.TypeGroup, ID: new("x")}, Permission: types.PermissionRead}}, false},
		"nobody":             {[]types.Grant{{Grantee: &types.Grantee{Type: types.TypeCanonicalUser}, Permission: types.PermissionRead}}, false},
	} {
		var e awsfake.Estate
		awsfake.On(&e, func(awsfake.Call, *s3.ListBucketsInput) (*s3.ListBucketsOutput, error) {
			return &s3.ListBucketsOutput{Buckets: []types.Bucket{{Name: new("b"), BucketRegion: new("us-east-1")}}}, nil
		})
		awsfake.On(&e, func(awsfake.Call, *s3.GetBucketAclInput) (*s3.GetBucketAclOutput, error) {
			return &s3.GetBucketAclOutput{Grants: tc.grants}, nil
		})
		awsfake.On(&e, func(awsfake.Call, *s3.GetBucketLoggingInput) (*s3.GetBucketLoggingOutput, error) {
			return &s3.GetBucketLoggingOutput{LoggingEnabled: &types.LoggingEnabled{}}, nil
		})
		awsfake.On(&e, func(awsfake.Call, *s3.GetBucketOwnershipControlsInput) (*s3.GetBucketOwnershipControlsOutput, error) {
			return &s3.GetBucketOwnershipControlsOutput{OwnershipControls: &types.OwnershipControls{Rules: []types.OwnershipControlsRule{{}}}}, nil
		})
		awsfake.On(&e, func(awsfake.Call, *s3.GetBucketLifecycleConfigurationInput) (*s3.GetBucketLifecycleConfigurationOutput, error) {
			return &s3.GetBucketLifecycleConfigurationOutput{Rules: []types.LifecycleRule{{}}}, nil
		})
		rows := awstest.Rows(t, awstest.Collect(t, &e, BucketGrants, BucketLogging, BucketOwnership, BucketLifecycle), Buckets)
		if _, hidden := rows[0].Grants.Gap(); hidden == tc.known {
			t.Errorf("%s: known %t, want %t", name, !hidden, tc.known)
		}
		for field, gap := range map[string]func() (inventory.Gap, bool){"logging": rows[0].Logging.Gap, "ownership": rows[0].Ownership.Gap, "lifecycle": rows[0].Lifecycle.Gap} {
			if _, hidden := gap(); !hidden {
				t.Errorf("the %s that the answer lacks is known", field)
			}
		}
	}
}
