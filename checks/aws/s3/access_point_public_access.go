package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// AccessPointPublicAccess asks that no public policy take effect on an access
// point. S3 applies the most restrictive combination of the settings of the
// access point, of the bucket and of the account.
var AccessPointPublicAccess = &checks.Check{
	ID:       "aws-s3-access-point-public-access-blocked",
	Title:    "S3 access points block public access",
	Why:      "An access point has a policy of its own. Its block cannot be changed once it is made: without it, one careless policy opens a second door to the bucket.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Access Points: create the access point anew with *Block all public access*, then delete the old one; or block public access for the account.",
		CLI:       "aws s3control create-access-point --account-id <account-id> --name <name> --bucket <bucket> --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
		Terraform: "resource \"aws_s3_access_point\" \"example\" {\n  bucket = aws_s3_bucket.example.id\n  name   = \"example\"\n  public_access_block_configuration {\n    block_public_acls       = true\n    ignore_public_acls      = true\n    block_public_policy     = true\n    restrict_public_buckets = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"S3.19"}},
	Aliases:  []string{"prowler:s3_access_point_public_access_block", "securityhub:S3.19"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html",
	Needs:    []inventory.Source{s3.AccessPointPublicAccess, s3.BucketPublicAccess, s3.AccountPublicAccess},
	Run: checks.Each(s3.AccessPoints, func(p *checks.Probe, a *s3.AccessPoint) {
		off, ok := off(a.PublicAccess, accountBlock(p.Inv), bucketBlock(p.Inv, a)).Get(p)
		if !ok || len(off) == 0 {
			return
		}
		p.Evidence("settingsOff", off)
		if vpc, ok := a.VPCOnly.Peek(); ok {
			p.Evidence("vpcOnly", vpc)
			if vpc {
				p.Rank(checks.Low) // S3 counts no policy of such an access point as public
			}
		}
		p.Failf("neither the access point nor its bucket nor the account sets %s", joined(off))
	}),
}

// bucketBlock is the block of an access point's bucket. One of another account
// is that account's to change, and nothing to count on.
func bucketBlock(inv *inventory.Inventory, a *s3.AccessPoint) inventory.Known[s3.PublicAccessBlock] {
	if a.BucketOwner != "" && a.BucketOwner != a.Account {
		return inventory.Of(s3.PublicAccessBlock{})
	}
	return inventory.Then(s3.Buckets.ByID(inv, a.Region, a.Bucket), func(b *s3.Bucket) inventory.Known[s3.PublicAccessBlock] {
		if b == nil {
			return inventory.Of(s3.PublicAccessBlock{})
		}
		return b.PublicAccess
	})
}

// off lists the settings that none of blocks has on. One that is seen to be off
// everywhere is enough, whatever hides the others.
func off(blocks ...inventory.Known[s3.PublicAccessBlock]) inventory.Known[[]string] {
	var names []string
	var hidden *inventory.Known[bool]
	for _, s := range []struct {
		name string
		on   func(s3.PublicAccessBlock) bool
	}{
		{"BlockPublicAcls", func(b s3.PublicAccessBlock) bool { return b.BlockPublicACLs }},
		{"IgnorePublicAcls", func(b s3.PublicAccessBlock) bool { return b.IgnorePublicACLs }},
		{"BlockPublicPolicy", func(b s3.PublicAccessBlock) bool { return b.BlockPublicPolicy }},
		{"RestrictPublicBuckets", func(b s3.PublicAccessBlock) bool { return b.RestrictPublicBuckets }},
	} {
		var any []inventory.Known[bool]
		for _, b := range blocks {
			any = append(any, inventory.Map(b, s.on))
		}
		on := inventory.Or(any...)
		if v, ok := on.Peek(); !ok {
			hidden = &on
		} else if !v {
			names = append(names, s.name)
		}
	}
	if hidden != nil && len(names) == 0 {
		return inventory.Map(*hidden, func(bool) []string { return nil })
	}
	return inventory.Of(names)
}
