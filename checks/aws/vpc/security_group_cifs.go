package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
)

var cifsPorts = &checks.Param{Name: "ports", Default: []string{"445"}, Source: "CIS AWS 7.0, 6.1.2: CIFS"}

// SecurityGroupCIFS asks that Windows file sharing stay among friends.
var SecurityGroupCIFS = &checks.Check{
	ID:       "aws-ec2-security-group-cifs",
	Title:    "Security groups do not let the internet in to Windows file sharing",
	Why:      "CIFS on port 445 hands out files and has been the way in for worms. It is never meant for the internet.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      groupFix("445"),
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.1.2"}},
	Aliases:  []string{"prowler:ec2_instance_port_cifs_exposed_to_internet"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
	Params:   scaled(cifsPorts),
	Needs:    groupNeeds,
	Run: checks.Each(vpc.SecurityGroups, func(p *checks.Probe, g *vpc.SecurityGroup) {
		judgeGroup(p, g, g.Openings(p.Inv, portsOf(p, cifsPorts)))
	}),
}
