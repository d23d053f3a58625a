package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// InstancePublicIP asks that instances be reached through something else.
var InstancePublicIP = &checks.Check{
	ID:       "aws-ec2-instance-public-ip",
	Title:    "EC2 instances have no public IPv4 address",
	Why:      "With a public address, one careless security group rule puts the instance on the internet. Behind a load balancer, or reached through Session Manager, it takes more than one mistake.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Network Interfaces > the instance's interface > Actions > Manage IP addresses: switch *Auto-assign public IP* off; EC2 > Elastic IPs: disassociate those that are attached.",
		CLI:       "aws ec2 modify-network-interface-attribute --network-interface-id <interface> --no-associate-public-ip-address",
		Terraform: "resource \"aws_instance\" \"example\" {\n  ami                         = data.aws_ami.example.id\n  instance_type               = \"t3.micro\"\n  subnet_id                   = aws_subnet.private.id\n  associate_public_ip_address = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.9"}},
	Aliases:  []string{"prowler:ec2_instance_public_ip", "securityhub:EC2.9"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
	Needs:    []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		if ips, ok := i.PublicIPs.Get(p); ok && len(ips) > 0 {
			p.Evidence("publicIpAddresses", ips)
			p.Failf("the instance has %d public IPv4 address(es)", len(ips))
		}
	}),
}
