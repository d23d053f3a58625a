package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketPublicRead asks that strangers can neither list a bucket nor read what
// is in it, by the bucket's access control list and its policy. The lists of
// single objects are not looked at: they count only where ACLs do.
var BucketPublicRead = &checks.Check{
	ID:       "aws-s3-bucket-public-read",
	Title:    "S3 buckets cannot be read by everybody",
	Why:      "Whoever guesses or scans the name copies the data; nobody learns of it.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Permissions: take the grants to everyone out of the policy and the access control list, and tick *Block all public access*. Content meant for the public goes through CloudFront.",
		CLI:       "aws s3api put-public-access-block --bucket <bucket> --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
		Terraform: "resource \"aws_s3_bucket_public_access_block\" \"example\" {\n  bucket                  = aws_s3_bucket.example.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.21"}, frameworks.FSBP: {"S3.2"}},
	Aliases:  []string{"prowler:s3_bucket_public_access", "prowler:s3_bucket_public_list_acl", "securityhub:S3.2"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
	Needs:    exposureNeeds,
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		judgeACL(p, b, "READ", "READ_ACP", "FULL_CONTROL")
		judgePolicy(p, b, grants(b, nil, func(g policy.Grant) bool {
			return anybody(g.Who) && (policy.AllowsRead(g) || policy.AllowsList(g))
		}))
		secondOpinion(p, b)
	}),
}

// exposureNeeds is what whoever asks for a bucket's exposure has to see.
var exposureNeeds = []inventory.Source{
	s3.BucketGrants, s3.BucketOwnership, s3.BucketPolicy, s3.BucketPolicyPublic, s3.BucketPublicAccess, s3.AccountPublicAccess,
}
