package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// InstanceProfile asks that an instance have a role for its calls of AWS.
var InstanceProfile = &checks.Check{
	ID:       "aws-ec2-instance-profile",
	Title:    "EC2 instances have an IAM role for what they call in AWS",
	Why:      "Without a role, software on the instance that calls AWS needs access keys, which lie in files and images for years. A role's credentials are handed out by the instance and expire by themselves.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "EC2 > Instances > the instance > Actions > Security > Modify IAM role: choose a role that holds only what the instance needs.",
		CLI:       "aws ec2 associate-iam-instance-profile --instance-id <instance> --iam-instance-profile Name=<profile>",
		Terraform: "resource \"aws_instance\" \"example\" {\n  ami                  = data.aws_ami.example.id\n  instance_type        = \"t3.micro\"\n  iam_instance_profile = aws_iam_instance_profile.example.name\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.16"}},
	Aliases:  []string{"prowler:ec2_instance_profile_attached"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html",
	Needs:    []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		if profile, ok := i.InstanceProfile.Get(p); ok && profile == "" {
			p.Evidence("iamInstanceProfile", "none")
			p.Failf("the instance has no instance profile")
		}
	}),
}
