package cloudfront

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// KeyGroups asks that signed URLs and cookies be verified with key groups. A
// distribution that asks for no signature at all serves what is public by
// intention as often as not: it is left alone, and said so.
var KeyGroups = &checks.Check{
	ID:       "aws-cloudfront-distribution-key-groups",
	Title:    "CloudFront distributions verify signed URLs with trusted key groups",
	Why:      "Trusted signers are whole accounts, and their key pairs can be managed by the root user alone. Key groups are managed through the API and kept apart from the root user.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "CloudFront > Key management > Key groups > Create. Then Distributions > the distribution > Behaviors > Edit: Restrict viewer access, Trusted key groups.",
		CLI:       "aws cloudfront create-key-group --key-group-config Name=<name>,Items=<public-key-id>",
		Terraform: "resource \"aws_cloudfront_key_group\" \"example\" {\n  name  = \"example\"\n  items = [aws_cloudfront_public_key.example.id]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.17"}},
	Aliases:  []string{"securityhub:CloudFront.17"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html",
	Needs:    []inventory.Source{cloudfront.Distributions},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		behaviors, ok := d.Behaviors.Get(p)
		var signers []string
		private := 0
		for _, b := range behaviors {
			private += b.KeyGroups + b.Signers
			if b.Signers > 0 {
				signers = append(signers, b.Path)
			}
		}
		switch {
		case len(signers) > 0:
			p.Evidence("pathsWithTrustedSigners", signers)
			p.Failf("accounts are trusted as signers for %s", strings.Join(signers, ", "))
		case ok && private == 0:
			p.Skipf("no behavior asks for signed URLs or cookies: what it serves is open to all viewers")
		}
	}),
}
