package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
)

var authorizedPorts = &checks.Param{
	Name: "authorizedPorts", Default: []string{"80", "443"},
	Source: "AWS Security Hub EC2.18: authorizedTcpPorts; no UDP port is authorized",
}

// SecurityGroupAuthorizedPorts asks that what is open to everybody be meant
// for everybody.
var SecurityGroupAuthorizedPorts = &checks.Check{
	ID:       "aws-ec2-security-group-authorized-ports",
	Title:    "Security groups let the internet in to authorized ports only",
	Why:      "Each port that everybody can reach is one more server that has to be kept free of flaws. Few services are meant for everybody.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      groupFix("8443"),
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.18"}},
	Aliases:  []string{"prowler:ec2_securitygroup_allow_ingress_from_internet_to_any_port", "securityhub:EC2.18"},
	Link:     "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
	Params:   scaled(authorizedPorts),
	Needs:    groupNeeds,
	Run: checks.Each(vpc.SecurityGroups, func(p *checks.Probe, g *vpc.SecurityGroup) {
		judgeGroup(p, g, g.Openings(p.Inv, except(portsOf(p, authorizedPorts))))
	}),
}
