package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
)

// SecurityGroupAllPorts asks that no group be the same as none.
var SecurityGroupAllPorts = &checks.Check{
	ID:       "aws-ec2-security-group-all-ports",
	Title:    "Security groups do not let the internet in to every port",
	Why:      "A group that admits everybody to everything is no firewall: whatever listens on the machine, now or later, is on the internet.",
	Severity: checks.Critical,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   groupFix("22").Console,
		CLI:       "aws ec2 revoke-security-group-ingress --group-id <group-id> --protocol -1 --cidr 0.0.0.0/0",
		Terraform: groupFix("443").Terraform,
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.3", "6.4"}},
	Aliases:  []string{"prowler:ec2_securitygroup_allow_ingress_from_internet_to_all_ports"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
	Params:   scaled(),
	Needs:    groupNeeds,
	Run: checks.Each(vpc.SecurityGroups, func(p *checks.Probe, g *vpc.SecurityGroup) {
		var all []vpc.Opening
		for _, protocol := range []string{"tcp", "udp"} {
			ports := vpc.AllPorts(protocol)
			from := vpc.Range("0.0.0.0/0", "::/0")
			for _, o := range g.Openings(p.Inv, []vpc.Ports{ports}) {
				from = from.And(o.From) // who is admitted to all of them is admitted to each
			}
			all = append(all, vpc.Opening{Ports: ports, From: from})
		}
		judgeGroup(p, g, all)
	}),
}
