package policy

// s3Read lists the actions that hand out object content or data about objects.
func s3Read() []string {
	return []string{"s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectAcl", "s3:GetObjectVersionAcl",
		"s3:GetObjectTagging", "s3:GetObjectVersionTagging", "s3:GetObjectAttributes",
		"s3:GetObjectVersionAttributes", "s3:GetObjectTorrent", "s3:GetObjectVersionTorrent",
		"s3:GetObjectVersionForReplication", "s3:GetObjectRetention", "s3:GetObjectLegalHold",
		"s3:GetBucketAcl", "s3:GetBucketPolicy"}
}

// s3List lists the actions that hand out the names of objects.
func s3List() []string {
	return []string{"s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads",
		"s3:ListMultipartUploadParts"}
}

// s3Write lists the actions that change or remove objects, tags or the settings
// of a bucket.
func s3Write() []string {
	return []string{"s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:AbortMultipartUpload",
		"s3:RestoreObject", "s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags",
		"s3:PutObjectTagging", "s3:PutObjectVersionTagging", "s3:DeleteObjectTagging",
		"s3:DeleteObjectVersionTagging", "s3:PutObjectRetention", "s3:PutObjectLegalHold",
		"s3:UpdateObjectEncryption", "s3:DeleteBucket", "s3:DeleteBucketWebsite", "s3:PutBucketWebsite",
		"s3:PutBucketVersioning", "s3:PutBucketLogging", "s3:PutBucketNotification",
		"s3:PutBucketTagging", "s3:PutBucketCORS", "s3:PutBucketRequestPayment",
		"s3:PutBucketObjectLockConfiguration", "s3:PutLifecycleConfiguration",
		"s3:PutReplicationConfiguration", "s3:PutEncryptionConfiguration",
		"s3:PutAccelerateConfiguration", "s3:PutInventoryConfiguration", "s3:PutMetricsConfiguration",
		"s3:PutAnalyticsConfiguration", "s3:PutIntelligentTieringConfiguration"}
}

// s3Permissions lists the actions that change who has access.
func s3Permissions() []string {
	return []string{"s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutObjectAcl",
		"s3:PutObjectVersionAcl", "s3:PutBucketPublicAccessBlock", "s3:PutBucketOwnershipControls",
		"s3:ObjectOwnerOverrideToBucketOwner", "s3:BypassGovernanceRetention"}
}

// AllowsRead reports whether a grant on an S3 bucket holds an action that hands
// out object content, data about objects or access settings. The classes follow
// the access levels of the Service Authorization Reference for Amazon S3.
func AllowsRead(g Grant) bool { return GrantsAny(g, s3Read()...) }

// AllowsList reports whether a grant on an S3 bucket holds an action that hands
// out the names of objects.
func AllowsList(g Grant) bool { return GrantsAny(g, s3List()...) }

// AllowsWrite reports whether a grant on an S3 bucket holds an action that
// changes objects, bucket settings or permissions.
func AllowsWrite(g Grant) bool {
	return GrantsAny(g, s3Write()...) || AllowsPermissions(g)
}

// AllowsPermissions reports whether a grant on an S3 bucket holds an action that
// changes who has access.
func AllowsPermissions(g Grant) bool { return GrantsAny(g, s3Permissions()...) }
