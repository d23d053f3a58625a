// Package s3 holds the checks of Amazon S3, one to a file.
package s3

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AccessPointPublicAccess,
	AccountPublicAccess,
	BucketACLDisabled,
	BucketForeignAccess,
	BucketKMSEncryption,
	BucketLifecycle,
	BucketLogging,
	BucketMFADelete,
	BucketPublicAccess,
	BucketPublicRead,
	BucketPublicWrite,
	BucketSecureTransport,
	BucketVersioning,
	DirectoryBucketLifecycle,
	MultiRegionAccessPointPublicAccess,
}
