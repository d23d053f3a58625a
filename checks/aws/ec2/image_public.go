package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// ImagePublic asks that the account's images be launched by whom it names.
var ImagePublic = &checks.Check{
	ID:       "aws-ec2-image-public",
	Title:    "AMIs of the account are not public",
	Why:      "Whoever launches a public image reads its whole disk: software, settings, keys that were left in it. The region's block of public sharing does not touch images that were public before.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > AMIs > the image > Actions > Edit AMI permissions: *Private*, with the accounts that need it.",
		CLI:       "aws ec2 modify-image-attribute --image-id <image> --launch-permission \"Remove=[{Group=all}]\"",
		Terraform: "resource \"aws_ami_launch_permission\" \"example\" {\n  image_id   = aws_ami.example.id\n  account_id = \"111122223333\"\n}",
	},
	Aliases: []string{"prowler:ec2_ami_public"},
	Link:    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
	Needs:   []inventory.Source{ec2.Images},
	Run: checks.Each(ec2.Images, func(p *checks.Probe, i *ec2.Image) {
		state, ok := i.State.Get(p)
		if !ok {
			return
		}
		if state == "deregistered" || state == "disabled" {
			p.Skipf("the image is %s", state)
			return
		}
		if public, ok := i.Public.Get(p); ok && public {
			p.Evidence("public", true)
			p.Failf("every AWS account can launch the image")
		}
	}),
}
