package vpc

import (
	"slices"

	"demarc/checks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

var exposedPorts = &checks.Param{
	Name:    "ports",
	Default: slices.Concat(highRiskPorts.Default.([]string), []string{"udp/3389", "111", "udp/111", "873", "2049", "5900"}, dataPorts.Default.([]string)),
	Source:  "AWS Security Hub EC2.19, with the ports of data stores, brokers, directories, cluster interfaces, file servers and remote screens that it does not list",
}

// InternetExposure follows the whole way from the internet to an interface.
var InternetExposure = &checks.Check{
	ID:    "aws-ec2-internet-exposure",
	Title: "The internet does not reach ports of high risk",
	Why: "This is the way that attackers come: a public address, security groups that admit everybody, a route through an internet gateway, " +
		"a network ACL that lets packets in and answers out, and no VPC Block Public Access. Where all of it is open, whatever listens on the port is being tried.",
	Severity: checks.Critical,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Security groups > the groups of the interface > Edit inbound rules: name the sources. Or take the public address away: EC2 > Network interfaces > the interface > Manage IP addresses; or switch on VPC > Settings > Block public access.",
		CLI:       "aws ec2 modify-network-interface-attribute --network-interface-id <interface-id> --groups <group-id-without-open-rules>",
		Terraform: "resource \"aws_vpc_block_public_access_options\" \"example\" {\n  internet_gateway_block_mode = \"block-ingress\"\n}",
	},
	Aliases: []string{
		"prowler:ec2_instance_port_cassandra_exposed_to_internet", "prowler:ec2_instance_port_elasticsearch_kibana_exposed_to_internet",
		"prowler:ec2_instance_port_ftp_exposed_to_internet", "prowler:ec2_instance_port_kafka_exposed_to_internet",
		"prowler:ec2_instance_port_kerberos_exposed_to_internet", "prowler:ec2_instance_port_ldap_exposed_to_internet",
		"prowler:ec2_instance_port_memcached_exposed_to_internet", "prowler:ec2_instance_port_mongodb_exposed_to_internet",
		"prowler:ec2_instance_port_mysql_exposed_to_internet", "prowler:ec2_instance_port_oracle_exposed_to_internet",
		"prowler:ec2_instance_port_postgresql_exposed_to_internet", "prowler:ec2_instance_port_rdp_exposed_to_internet",
		"prowler:ec2_instance_port_redis_exposed_to_internet", "prowler:ec2_instance_port_sqlserver_exposed_to_internet",
		"prowler:ec2_instance_port_ssh_exposed_to_internet", "prowler:ec2_instance_port_telnet_exposed_to_internet",
	},
	Link:   "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
	Params: scaled(exposedPorts),
	Needs:  vpc.ExposureNeeds,
	Run:    checks.Each(vpc.NetworkInterfaces, exposure),
}

func exposure(p *checks.Probe, n *vpc.NetworkInterface) {
	v4, seen4 := n.PublicIPv4.Peek()
	v6, seen6 := n.IPv6.Peek()
	groups, ok := n.Groups.Peek()
	switch {
	case ok && len(groups) == 0:
		n.PublicIPv4.Get(p)
		n.IPv6.Get(p)
		if len(v4)+len(v6) > 0 {
			p.Skipf("the interface has an address and no security groups: the service behind it decides what it takes")
		}
		return
	case !ok && (len(v4)+len(v6) > 0 || !seen4 || !seen6):
		n.Groups.Get(p) // it may be one that has none
	}
	scale := scaleOf(p)
	var world, wide []vpc.Opening
	var hidden inventory.Gaps
	for _, o := range vpc.Reached(p.Inv, n, portsOf(p, exposedPorts)) {
		switch b, _ := o.From.Breadth(scale).Get(&hidden); b {
		case vpc.World:
			world = append(world, o)
		case vpc.Wide:
			wide = append(wide, o)
		}
	}
	for _, g := range hidden {
		p.Missed(g)
	}
	found, who := world, "the internet"
	if len(world) == 0 {
		found, who = wide, "a range as wide as many networks"
		p.Rank(checks.Medium)
	}
	if len(found) == 0 {
		return
	}
	evidence(p, scale, found)
	p.Evidence("publicIPv4", v4)
	p.Evidence("ipv6", v6)
	p.Evidence("securityGroups", groups)
	p.Evidence("subnet", n.SubnetID)
	switch {
	case n.LoadBalancer():
		p.Rank(checks.Medium)
		p.Failf("%s reaches the load balancer's interface at %s, by its groups; its listeners decide what answers", who, named(found))
	case n.Status == "available":
		p.Rank(checks.Low)
		p.Failf("%s reaches the interface at %s; nothing is attached to it now", who, named(found))
	default:
		p.Failf("%s reaches %s at %s", who, target(n), named(found))
	}
}

// target names what is behind an interface.
func target(n *vpc.NetworkInterface) string {
	switch {
	case n.InstanceID != "":
		return "the instance " + n.InstanceID
	case n.Description != "":
		return "the interface (" + n.Description + ")"
	}
	return "the interface"
}
