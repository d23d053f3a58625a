package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
)

var highRiskPorts = &checks.Param{
	Name: "ports",
	Default: []string{
		"20", "21", "22", "23", "25", "110", "135", "143", "445", "1433", "1434", "3000", "3306", "3389", "4333",
		"5000", "5432", "5500", "5601", "8080", "8088", "8888", "9200", "9300",
	},
	Source: "AWS Security Hub EC2.19: ports of high risk",
}

// SecurityGroupHighRiskPorts asks that nobody in particular be let in to
// services that are not made for the internet.
var SecurityGroupHighRiskPorts = &checks.Check{
	ID:       "aws-ec2-security-group-high-risk-ports",
	Title:    "Security groups do not let the internet in to ports of high risk",
	Why:      "Databases, remote administration, file sharing and consoles of development are built for networks of friends. Exposed to everybody they are found by scanners and taken over.",
	Severity: checks.Critical,
	Area:     checks.Network,
	Fix:      groupFix("3306"),
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.19"}},
	Aliases: []string{
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_elasticsearch_kibana_9200_9300_5601",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_ftp_20_21",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23",
		"securityhub:EC2.19",
	},
	Link:   "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19",
	Params: scaled(highRiskPorts),
	Needs:  groupNeeds,
	Run: checks.Each(vpc.SecurityGroups, func(p *checks.Probe, g *vpc.SecurityGroup) {
		judgeGroup(p, g, g.Openings(p.Inv, portsOf(p, highRiskPorts)))
	}),
}
