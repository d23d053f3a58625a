package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// IMDSDefault asks each region to give new instances IMDSv2 only.
var IMDSDefault = &checks.Check{
	ID:       "aws-ec2-imds-default",
	Title:    "Every region requires IMDSv2 of new EC2 instances by default",
	Why:      "Without a preference of the account, a launch that says nothing takes what its image says, and older images allow version 1. The default closes that for whoever launches something next.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > the region > Settings > Data protection and security > IMDS defaults > Manage: Metadata version *V2 only (token required)*.",
		CLI:       "aws ec2 modify-instance-metadata-defaults --region <region> --http-tokens required",
		Terraform: "resource \"aws_ec2_instance_metadata_defaults\" \"example\" {\n  http_tokens = \"required\"\n}",
	},
	Aliases: []string{"prowler:ec2_instance_account_imdsv2_enabled"},
	Link:    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
	Needs:   []inventory.Source{ec2.InstanceMetadataDefaults},
	Run: checks.Regions(func(p *checks.Probe) {
		if d, ok := setting(p, p.Region, metadata).Get(p); ok && !safe(d) {
			p.Evidence("httpTokens", preference(d.HTTPTokens))
			p.Failf("new instances that do not say otherwise may answer without a token (IMDSv1)")
		}
	}),
}

// safe reports whether an instance that leaves its options open is sure to
// answer no IMDSv1 request. Where it is enforced, no other can be launched.
func safe(d ec2.MetadataDefaults) bool {
	return d.HTTPTokens == "required" || d.HTTPEndpoint == "disabled" || d.Enforced
}

func preference(word string) string {
	if word == "" {
		return "no preference"
	}
	return word
}
