package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// ImageBlockPublicAccess asks each region to rule new public images out.
var ImageBlockPublicAccess = &checks.Check{
	ID:       "aws-ec2-image-block-public-access",
	Title:    "Every region blocks public sharing of AMIs",
	Why:      "An image carries the software, the settings and often the keys of the machine that it was made of. With the block on, nobody can make one public by mistake.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > the region > Settings > Data protection and security > Block public access for AMIs > Manage: *Block new public sharing*.",
		CLI:       "aws ec2 enable-image-block-public-access --region <region> --image-block-public-access-state block-new-sharing",
		Terraform: "resource \"aws_ec2_image_block_public_access\" \"example\" {\n  state = \"block-new-sharing\"\n}",
	},
	Aliases: []string{"prowler:ec2_ami_account_block_public_access"},
	Link:    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html",
	Needs:   []inventory.Source{ec2.ImageBlockPublicAccess},
	Run: checks.Regions(func(p *checks.Probe) {
		if state, ok := setting(p, p.Region, imageBlock).Get(p); ok && state != "block-new-sharing" {
			p.Evidence("state", state)
			p.Failf("images can be shared with everyone")
		}
	}),
}
