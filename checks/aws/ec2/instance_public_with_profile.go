package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// InstancePublicWithProfile asks that what the internet can reach hold no
// credentials for AWS.
var InstancePublicWithProfile = &checks.Check{
	ID:       "aws-ec2-instance-public-with-profile",
	Title:    "EC2 instances with a public address hold no IAM role",
	Why:      "Whoever breaks into an instance gets its role. On one that is reached from the internet directly, a flaw in a web server becomes access to the account.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "EC2 > Instances > the instance: put a load balancer before it and take its public address away; or Actions > Security > Modify IAM role, if it does not call AWS.",
		CLI:       "aws ec2 disassociate-iam-instance-profile --association-id <association>",
		Terraform: "resource \"aws_instance\" \"example\" {\n  ami                         = data.aws_ami.example.id\n  instance_type               = \"t3.micro\"\n  iam_instance_profile        = aws_iam_instance_profile.example.name\n  subnet_id                   = aws_subnet.private.id\n  associate_public_ip_address = false\n}",
	},
	Aliases: []string{"prowler:ec2_instance_internet_facing_with_instance_profile"},
	Link:    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html",
	Needs:   []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		both := inventory.And(
			inventory.Map(i.PublicIPs, func(ips []string) bool { return len(ips) > 0 }),
			inventory.Map(i.InstanceProfile, func(profile string) bool { return profile != "" }))
		if bad, ok := both.Get(p); ok && bad {
			ips, _ := i.PublicIPs.Get(p)
			profile, _ := i.InstanceProfile.Get(p)
			p.Evidence("publicIpAddresses", ips)
			p.Evidence("iamInstanceProfile", profile)
			p.Failf("the instance has a public IPv4 address and an instance profile")
		}
	}),
}
