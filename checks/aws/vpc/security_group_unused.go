package vpc

import (
	"demarc/checks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// SecurityGroupUnused asks that groups be removed with what they were for.
var SecurityGroupUnused = &checks.Check{
	ID:       "aws-ec2-security-group-unused",
	Title:    "Security groups are used",
	Why:      "A group that nothing uses is a set of rules that nobody looks after, ready to be given to a new machine by mistake.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Security groups > the group > Actions > Delete security groups, once no launch template, function or stopped service names it.",
		CLI:       "aws ec2 delete-security-group --group-id <group-id>",
		Terraform: "# Remove the group from the configuration, or give it to what it is for:\nresource \"aws_network_interface_sg_attachment\" \"example\" {\n  security_group_id    = aws_security_group.example.id\n  network_interface_id = aws_instance.example.primary_network_interface_id\n}",
	},
	Aliases: []string{"prowler:ec2_securitygroup_not_used", "securityhub:EC2.22"},
	Link:    "https://docs.aws.amazon.com/vpc/latest/userguide/deleting-security-groups.html",
	Needs:   []inventory.Source{vpc.SecurityGroups, vpc.NetworkInterfaces},
	Run: checks.Each(vpc.SecurityGroups, func(p *checks.Probe, g *vpc.SecurityGroup) {
		if g.Default() {
			p.Skipf("the default group of a VPC cannot be deleted")
			return
		}
		var hidden inventory.Gaps
		if len(vpc.InterfacesOfGroup.Get(p.Inv, &hidden, g.Region, g.ID)) > 0 ||
			len(vpc.ReferringGroups.Get(p.Inv, &hidden, g.Region, g.ID)) > 0 {
			return
		}
		for _, gap := range hidden {
			p.Missed(gap)
		}
		p.Evidence("interfaces", 0)
		p.Evidence("referringGroups", 0)
		p.Absentf("no interface has the group, and no other group refers to it")
	}),
}
