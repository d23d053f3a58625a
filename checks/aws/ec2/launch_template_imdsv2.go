package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// LaunchTemplateIMDSv2 asks that what is launched of a template require tokens,
// by the template or, where that is silent, by the region's default. An image
// may require them too, but a template outlives its images.
var LaunchTemplateIMDSv2 = &checks.Check{
	ID:       "aws-ec2-launch-template-imdsv2",
	Title:    "EC2 launch templates require IMDSv2",
	Why:      "An instance that answers version 1 of the metadata service gives the credentials of its role to any flaw that fetches URLs. What the template says goes before every default.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Launch Templates > the template > Actions > Modify template: Advanced details > Metadata version *V2 only (token required)*; then Set default version.",
		CLI:       "aws ec2 create-launch-template-version --launch-template-id <template> --source-version <version> --launch-template-data '{\"MetadataOptions\":{\"HttpTokens\":\"required\"}}'",
		Terraform: "resource \"aws_launch_template\" \"example\" {\n  name = \"example\"\n\n  metadata_options {\n    http_tokens = \"required\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.170"}},
	Aliases:  []string{"prowler:ec2_launch_template_imdsv2_required", "securityhub:EC2.170"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
	Needs:    []inventory.Source{ec2.LaunchTemplates, ec2.InstanceMetadataDefaults},
	Run: checks.Each(ec2.LaunchTemplates, func(p *checks.Probe, t *ec2.LaunchTemplate) {
		if !own(p, t) {
			return
		}
		m, ok := t.Metadata.Get(p)
		if !ok {
			return
		}
		silent := is(m.HTTPTokens, "")
		byDefault := inventory.Map(setting(p, t.Region, metadata), safe)
		closed := inventory.Or(is(m.HTTPTokens, "required"), is(m.HTTPEndpoint, "disabled"), inventory.And(silent, byDefault))
		if ok, seen := closed.Get(p); !seen || ok {
			return
		}
		tokens, _ := m.HTTPTokens.Get(p)
		p.Evidence("version", t.Version)
		p.Evidence("httpTokens", preference(tokens))
		if tokens == "" {
			p.Failf("neither the default version nor the region's default requires IMDSv2: it is left to the image")
		} else {
			p.Failf("the default version allows IMDSv1")
		}
	}),
}
