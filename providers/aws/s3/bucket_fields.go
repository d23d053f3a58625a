package s3

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// gone turns "no such bucket" into what it says of the row.
func gone(err error) error {
	if aws.Code(err, "NoSuchBucket") {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// BucketEncryption fetches Bucket.Encryption.
var BucketEncryption = &inventory.Field[Bucket, Encryption]{
	Of: Buckets, Column: "encryption", Actions: []string{"s3:GetEncryptionConfiguration"},
	At: func(b *Bucket) *inventory.Known[Encryption] { return &b.Encryption },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) (Encryption, error) {
		out, err := client(s, b.Region).GetBucketEncryption(ctx, &s3.GetBucketEncryptionInput{Bucket: &b.ID})
		if aws.Code(err, "ServerSideEncryptionConfigurationNotFoundError") {
			// What S3 answered for buckets without a configuration before it
			// gave every bucket one; new objects are encrypted all the same.
			return Encryption{Algorithm: string(types.ServerSideEncryptionAes256)}, nil
		}
		if err != nil {
			return Encryption{}, gone(err)
		}
		if out.ServerSideEncryptionConfiguration == nil {
			return Encryption{}, aws.ErrBroken
		}
		for _, r := range out.ServerSideEncryptionConfiguration.Rules {
			if d := r.ApplyServerSideEncryptionByDefault; d != nil {
				if d.SSEAlgorithm == "" {
					return Encryption{}, aws.ErrBroken
				}
				return Encryption{string(d.SSEAlgorithm), aws.Deref(d.KMSMasterKeyID), aws.Deref(r.BucketKeyEnabled)}, nil
			}
		}
		return Encryption{Algorithm: string(types.ServerSideEncryptionAes256)}, nil
	},
}

// BucketPublicAccess fetches Bucket.PublicAccess.
var BucketPublicAccess = &inventory.Field[Bucket, PublicAccessBlock]{
	Of: Buckets, Column: "publicAccess", Actions: []string{"s3:GetBucketPublicAccessBlock"},
	At: func(b *Bucket) *inventory.Known[PublicAccessBlock] { return &b.PublicAccess },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) (PublicAccessBlock, error) {
		out, err := client(s, b.Region).GetPublicAccessBlock(ctx, &s3.GetPublicAccessBlockInput{Bucket: &b.ID})
		if aws.Code(err, "NoSuchPublicAccessBlockConfiguration") {
			return PublicAccessBlock{}, nil
		}
		if err != nil {
			return PublicAccessBlock{}, gone(err)
		}
		c := out.PublicAccessBlockConfiguration
		if c == nil {
			return PublicAccessBlock{}, aws.ErrBroken
		}
		return PublicAccessBlock{aws.Deref(c.BlockPublicAcls), aws.Deref(c.IgnorePublicAcls), aws.Deref(c.BlockPublicPolicy), aws.Deref(c.RestrictPublicBuckets)}, nil
	},
}

// BucketOwnership fetches Bucket.Ownership. A bucket made before April 2023
// without a setting has ObjectWriter (S3 User Guide, "Controlling ownership of
// objects and disabling ACLs").
var BucketOwnership = &inventory.Field[Bucket, string]{
	Of: Buckets, Column: "ownership", Actions: []string{"s3:GetBucketOwnershipControls"},
	At: func(b *Bucket) *inventory.Known[string] { return &b.Ownership },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) (string, error) {
		out, err := client(s, b.Region).GetBucketOwnershipControls(ctx, &s3.GetBucketOwnershipControlsInput{Bucket: &b.ID})
		if aws.Code(err, "OwnershipControlsNotFoundError") {
			return string(types.ObjectOwnershipObjectWriter), nil
		}
		if err != nil {
			return "", gone(err)
		}
		if out.OwnershipControls == nil || len(out.OwnershipControls.Rules) == 0 || out.OwnershipControls.Rules[0].ObjectOwnership == "" {
			return "", aws.ErrBroken
		}
		return string(out.OwnershipControls.Rules[0].ObjectOwnership), nil
	},
}

// BucketGrants fetches Bucket.Grants. The list may be empty, where the owner gave
// its own permissions up, but not absent. A grant has a grantee, told by its
// kind, and a permission (S3 API reference, "Grant" and "Grantee": a group has a
// URI, a person an ID or an e-mail address, which is answered as an ID).
var BucketGrants = &inventory.Field[Bucket, []Grant]{
	Of: Buckets, Column: "grants", Actions: []string{"s3:GetBucketAcl"},
	At: func(b *Bucket) *inventory.Known[[]Grant] { return &b.Grants },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) ([]Grant, error) {
		out, err := client(s, b.Region).GetBucketAcl(ctx, &s3.GetBucketAclInput{Bucket: &b.ID})
		if err != nil {
			return nil, gone(err)
		}
		if out.Grants == nil {
			return nil, aws.ErrBroken
		}
		var grants []Grant
		for _, g := range out.Grants {
			if g.Grantee == nil || g.Permission == "" {
				return nil, aws.ErrBroken
			}
			uri, id := aws.Deref(g.Grantee.URI), aws.Deref(g.Grantee.ID)
			if uri == "" && (id == "" || g.Grantee.Type == types.TypeGroup) {
				return nil, aws.ErrBroken
			}
			grants = append(grants, Grant{uri, id, string(g.Permission)})
		}
		return grants, nil
	},
}

// BucketLogging fetches Bucket.Logging.
var BucketLogging = &inventory.Field[Bucket, Logging]{
	Of: Buckets, Column: "logging", Actions: []string{"s3:GetBucketLogging"},
	At: func(b *Bucket) *inventory.Known[Logging] { return &b.Logging },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) (Logging, error) {
		out, err := client(s, b.Region).GetBucketLogging(ctx, &s3.GetBucketLoggingInput{Bucket: &b.ID})
		if err != nil {
			return Logging{}, gone(err)
		}
		if out.LoggingEnabled == nil {
			return Logging{}, nil // "no logging" is an empty answer
		}
		if aws.Deref(out.LoggingEnabled.TargetBucket) == "" {
			return Logging{}, aws.ErrBroken
		}
		return Logging{*out.LoggingEnabled.TargetBucket, aws.Deref(out.LoggingEnabled.TargetPrefix)}, nil
	},
}

// BucketVersioning fetches Bucket.Versioning. A bucket on which versioning was
// never switched on answers without a status.
var BucketVersioning = &inventory.Field[Bucket, Versioning]{
	Of: Buckets, Column: "versioning", Actions: []string{"s3:GetBucketVersioning"},
	At: func(b *Bucket) *inventory.Known[Versioning] { return &b.Versioning },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) (Versioning, error) {
		out, err := client(s, b.Region).GetBucketVersioning(ctx, &s3.GetBucketVersioningInput{Bucket: &b.ID})
		if err != nil {
			return Versioning{}, gone(err)
		}
		return Versioning{
			Enabled:   out.Status == types.BucketVersioningStatusEnabled,
			Suspended: out.Status == types.BucketVersioningStatusSuspended,
			MFADelete: out.MFADelete == types.MFADeleteStatusEnabled,
		}, nil
	},
}

// BucketLifecycle fetches Bucket.Lifecycle.
var BucketLifecycle = &inventory.Field[Bucket, []LifecycleRule]{
	Of: Buckets, Column: "lifecycle", Actions: []string{"s3:GetLifecycleConfiguration"},
	At: func(b *Bucket) *inventory.Known[[]LifecycleRule] { return &b.Lifecycle },
	Fetch: func(ctx context.Context, s inventory.Scope, b *Bucket) ([]LifecycleRule, error) {
		out, err := client(s, b.Region).GetBucketLifecycleConfiguration(ctx, &s3.GetBucketLifecycleConfigurationInput{Bucket: &b.ID})
		return lifecycle(out, err)
	},
}
