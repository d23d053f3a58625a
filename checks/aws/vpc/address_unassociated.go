package vpc

import (
	"demarc/checks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// AddressUnassociated asks that addresses be given back.
var AddressUnassociated = &checks.Check{
	ID:       "aws-ec2-address-unassociated",
	Title:    "Elastic IP addresses are in use",
	Why:      "An address that points nowhere is paid for, and often still stands in somebody's allow list or DNS record.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Elastic IPs > the address > Actions > Release Elastic IP addresses, after removing it from DNS records and allow lists.",
		CLI:       "aws ec2 release-address --allocation-id <allocation-id>",
		Terraform: "resource \"aws_eip_association\" \"example\" {\n  allocation_id = aws_eip.example.id\n  instance_id   = aws_instance.example.id\n}",
	},
	Aliases: []string{"prowler:ec2_elastic_ip_unassigned", "securityhub:EC2.12"},
	Link:    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html",
	Needs:   []inventory.Source{vpc.Addresses},
	Run: checks.Each(vpc.Addresses, func(p *checks.Probe, a *vpc.Address) {
		if a.ManagedBy != "" {
			p.Skipf("the address is managed by %s", a.ManagedBy)
			return
		}
		if used, ok := a.Associated.Get(p); ok && !used {
			p.Evidence("associated", false)
			p.Failf("the address is associated with nothing")
		}
	}),
}
