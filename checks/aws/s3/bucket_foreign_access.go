package s3

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/checks/frameworks"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

var sensitiveActions = &checks.Param{
	Name: "sensitiveActions",
	Default: []string{
		"s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutEncryptionConfiguration", "s3:PutObjectAcl",
	},
	Source: "AWS Security Hub, S3.6",
}

// BucketForeignAccess asks that nobody outside the customer's own accounts can
// change who has access to a bucket.
var BucketForeignAccess = &checks.Check{
	ID:       "aws-s3-bucket-foreign-access",
	Title:    "S3 bucket policies leave control of the bucket to the customer's own accounts",
	Why:      "Who may write the policy, the access control lists or the encryption settings gives access to whomever they please, or locks the owner out.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Permissions > Bucket policy > Edit: take the actions out of the statement, or name only accounts of your own.",
		CLI:       "aws s3api put-bucket-policy --bucket <bucket> --policy file://<policy.json>",
		Terraform: "resource \"aws_s3_bucket_policy\" \"example\" {\n  bucket = aws_s3_bucket.example.id\n  policy = data.aws_iam_policy_document.example.json\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"S3.6"}},
	Aliases:  []string{"prowler:s3_bucket_cross_account_access", "securityhub:S3.6"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html",
	Params:   []*checks.Param{sensitiveActions},
	Needs:    []inventory.Source{s3.BucketPolicy, s3.BucketPolicyPublic, s3.BucketPublicAccess, s3.AccountPublicAccess, access.Needs},
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		own := func() inventory.Known[string] { return organization(p.Inv) }
		judgePolicy(p, b, grants(b, own, func(g policy.Grant) bool {
			named := g.Who.Kind == policy.Service && g.Who.Value != "*" // an AWS service is no other account
			return !named && policy.GrantsAny(g, p.Strings(sensitiveActions)...)
		}))
	}),
}
