package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// InstanceSingleInterface asks that an instance have one network interface.
var InstanceSingleInterface = &checks.Check{
	ID:       "aws-ec2-instance-single-interface",
	Title:    "EC2 instances have one network interface",
	Why:      "An instance in several subnets can carry traffic between them past the rules that part them. Where that is its purpose (a firewall, a container host), suppress the finding with the reason.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Network Interfaces > the further interface > Actions > Detach.",
		CLI:       "aws ec2 detach-network-interface --attachment-id <attachment>",
		Terraform: "resource \"aws_instance\" \"example\" {\n  ami           = data.aws_ami.example.id\n  instance_type = \"t3.micro\"\n  subnet_id     = aws_subnet.example.id # one interface, without aws_network_interface_attachment\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.17"}},
	Aliases:  []string{"prowler:ec2_instance_uses_single_eni", "securityhub:EC2.17"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html",
	Needs:    []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		if n, ok := i.Interfaces.Get(p); ok && n > 1 {
			p.Evidence("networkInterfaces", n)
			p.Failf("the instance has %d network interfaces", n)
		}
	}),
}
