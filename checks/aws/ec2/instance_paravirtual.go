package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// InstanceParavirtual asks that instances be virtualized by hardware.
var InstanceParavirtual = &checks.Check{
	ID:       "aws-ec2-instance-paravirtual",
	Title:    "EC2 instances use hardware virtualization (HVM)",
	Why:      "Paravirtual images run only on instance types of past generations, without enhanced networking and the isolation of Nitro, and their kernels are seldom still maintained.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "EC2 > Launch instance: choose an HVM image and a current instance type, move the workload over, terminate the old instance.",
		CLI:       "aws ec2 run-instances --image-id <hvm-image> --instance-type <current-type> --subnet-id <subnet>",
		Terraform: "data \"aws_ami\" \"example\" {\n  most_recent = true\n  owners      = [\"amazon\"]\n\n  filter {\n    name   = \"virtualization-type\"\n    values = [\"hvm\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.24"}},
	Aliases:  []string{"prowler:ec2_instance_paravirtual_type", "securityhub:EC2.24"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ComponentsAMIs.html",
	Needs:    []inventory.Source{ec2.Instances},
	Run: checks.Each(ec2.Instances, func(p *checks.Probe, i *ec2.Instance) {
		if !judged(p, i) {
			return
		}
		if v, ok := i.Virtualization.Get(p); ok && v == "paravirtual" {
			p.Evidence("virtualizationType", v)
			p.Failf("the instance is paravirtual")
		}
	}),
}
