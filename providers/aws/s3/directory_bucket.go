package s3

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A DirectoryBucket is a bucket of the storage class S3 Express One Zone, or of
// a Local Zone.
type DirectoryBucket struct {
	inventory.Resource
	Lifecycle inventory.Known[[]LifecycleRule] `fetch:"-"`
}

// DirectoryBuckets lists the directory buckets of a region.
var DirectoryBuckets = &inventory.Type[DirectoryBucket]{
	Kind:     "aws.s3.DirectoryBucket",
	Level:    inventory.AtRegion,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"s3express:ListAllMyDirectoryBuckets"},
	Tags:     aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DirectoryBucket, error] {
		pages := aws.Pages(ctx, client(s, s.Region).ListDirectoryBuckets, &s3.ListDirectoryBucketsInput{},
			func(out *s3.ListDirectoryBucketsOutput) *string { return out.ContinuationToken },
			func(in *s3.ListDirectoryBucketsInput, token *string) { in.ContinuationToken = token })
		return func(yield func(*DirectoryBucket, error) bool) {
			for out, err := range pages {
				if err != nil {
					yield(nil, notOffered(err))
					return
				}
				for _, b := range out.Buckets {
					name := *b.Name
					// Services that do not know the operation list their general
					// purpose buckets. The names of directory buckets end so.
					if !strings.HasSuffix(name, "--x-s3") {
						continue
					}
					if !yield(&DirectoryBucket{Resource: aws.Resource(s, aws.MakeARN(s, "s3express", "bucket/%s", name), name)}, nil) {
						return
					}
				}
			}
		}
	},
}

// notOffered turns "no such host" into what it says of a region: the service
// has no endpoint there.
func notOffered(err error) error {
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound {
		return fmt.Errorf("%w: %w", &smithy.OperationError{
			ServiceID: "S3", OperationName: "ListDirectoryBuckets", Err: &smithy.GenericAPIError{Code: "UnsupportedOperation"},
		}, err)
	}
	return err
}

// DirectoryBucketLifecycle fetches DirectoryBucket.Lifecycle.
var DirectoryBucketLifecycle = &inventory.Field[DirectoryBucket, []LifecycleRule]{
	Of: DirectoryBuckets, Column: "lifecycle", Actions: []string{"s3express:GetLifecycleConfiguration"},
	At: func(b *DirectoryBucket) *inventory.Known[[]LifecycleRule] { return &b.Lifecycle },
	Fetch: func(ctx context.Context, s inventory.Scope, b *DirectoryBucket) ([]LifecycleRule, error) {
		out, err := client(s, b.Region).GetBucketLifecycleConfiguration(ctx, &s3.GetBucketLifecycleConfigurationInput{Bucket: &b.ID})
		return lifecycle(out, err)
	},
}

// lifecycle reads a lifecycle configuration; none is an error of its own.
func lifecycle(out *s3.GetBucketLifecycleConfigurationOutput, err error) ([]LifecycleRule, error) {
	if aws.Code(err, "NoSuchLifecycleConfiguration") {
		return nil, nil
	}
	if err != nil {
		return nil, gone(err)
	}
	var rules []LifecycleRule
	for _, r := range out.Rules {
		if r.Status == "" { // "is required" (API reference, "LifecycleRule")
			return nil, aws.ErrBroken
		}
		rules = append(rules, LifecycleRule{aws.Deref(r.ID), r.Status == types.ExpirationStatusEnabled})
	}
	return rules, nil
}
