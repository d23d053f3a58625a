package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// InstanceIMDSv2 asks that an instance answer no metadata request without a
// session token. What the account prefers for new instances does not change
// one that exists, so only the instance's own options count.
var InstanceIMDSv2 = &checks.Check{
	ID:       "aws-ec2-instance-imdsv2",
	Title:    "EC2 instances require IMDSv2 for their metadata",
	Why:      "Version 1 answers any plain GET, so a flaw that makes the instance fetch a URL hands out the credentials of its role. Version 2 wants a token first, which such flaws cannot ask for.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Instances > the instance > Actions > Instance settings > Modify instance metadata options: IMDSv2 *Required*. Watch the metric MetadataNoToken first: software that still uses version 1 stops working.",
		CLI:       "aws ec2 modify-instance-metadata-options --instance-id <instance> --http-tokens required --http-endpoint enabled",
		Terraform: "resource \"aws_instance\" \"example\" {\n  ami           = data.aws_ami.example.id\n  instance_type = \"t3.micro\"\n\n  metadata_options {\n    http_tokens = \"required\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.7"}, frameworks.FSBP: {"EC2.8"}},
	Aliases:  []string{"prowler:ec2_instance_imdsv2_enabled", "securityhub:EC2.8"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html",
	Needs:    []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		closed := inventory.Then(i.Metadata, func(m ec2.MetadataOptions) inventory.Known[bool] {
			return inventory.Or(is(m.HTTPTokens, "required"), is(m.HTTPEndpoint, "disabled"))
		})
		if ok, seen := closed.Get(p); seen && !ok {
			p.Evidence("httpTokens", "optional")
			p.Failf("the instance answers metadata requests without a token (IMDSv1)")
		}
	}),
}
