package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
)

var adminPorts = &checks.Param{
	Name: "ports", Default: []string{"22", "3389", "udp/3389"},
	Source: "CIS AWS 7.0, 6.3 and 6.4: remote server administration ports",
}

// SecurityGroupAdminPorts asks that nobody in particular be let in to where
// servers are administered.
var SecurityGroupAdminPorts = &checks.Check{
	ID:       "aws-ec2-security-group-admin-ports",
	Title:    "Security groups do not let the internet in to administration ports",
	Why:      "SSH and RDP that anybody can reach are tried with stolen and guessed credentials within minutes, and with every new vulnerability of the servers.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      groupFix("22"),
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.3", "6.4"}},
	Aliases: []string{
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22", "prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389",
		"securityhub:EC2.13", "securityhub:EC2.14", "securityhub:EC2.53", "securityhub:EC2.54",
	},
	Link:   "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
	Params: scaled(adminPorts),
	Needs:  groupNeeds,
	Run: checks.Each(vpc.SecurityGroups, func(p *checks.Probe, g *vpc.SecurityGroup) {
		judgeGroup(p, g, g.Openings(p.Inv, portsOf(p, adminPorts)))
	}),
}
