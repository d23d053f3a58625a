package vpc

import (
	"demarc/checks"
	"demarc/providers/aws/vpc"
)

var dataPorts = &checks.Param{
	Name: "ports",
	Default: []string{
		"88", "389", "464", "636", "749", "1521", "2375", "2379", "2483", "2484", "5985", "5986", "6379", "6443", "7199",
		"9042", "9092", "9160", "10250", "11211", "27017", "27018", "udp/88", "udp/161", "udp/389", "udp/11211",
	},
	Source: "IANA's port numbers of directories, databases, caches, brokers and cluster interfaces that EC2.19 does not list",
}

// SecurityGroupDataPorts asks the question of high-risk ports for services
// that Security Hub's list leaves out.
var SecurityGroupDataPorts = &checks.Check{
	ID:       "aws-ec2-security-group-data-ports",
	Title:    "Security groups do not let the internet in to data stores, brokers and directories",
	Why:      "Redis, MongoDB, Kafka, Cassandra, memcached, LDAP and the interfaces of container engines often ask for no password. Whoever reaches their port reads the data or runs code.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      groupFix("6379"),
	Aliases: []string{
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_cassandra_7199_9160_8888",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_kafka_9092",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_memcached_11211",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mongodb_27017_27018",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483",
		"prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379",
	},
	Link:   "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
	Params: scaled(dataPorts),
	Needs:  groupNeeds,
	Run: checks.Each(vpc.SecurityGroups, func(p *checks.Probe, g *vpc.SecurityGroup) {
		judgeGroup(p, g, g.Openings(p.Inv, portsOf(p, dataPorts)))
	}),
}
