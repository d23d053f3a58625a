// Package storage holds the checks of Cloud Storage, one to a file.
package storage

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AuditLogs,
	BucketCustomerKey,
	BucketLifecycle,
	BucketLogExportLocked,
	BucketLogging,
	BucketPublic,
	BucketRetention,
	BucketSoftDelete,
	BucketUniformAccess,
	BucketVersioning,
	ServicePerimeter,
}
