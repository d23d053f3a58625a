package rds

import (
	"strings"

	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// InstanceExposed follows the way from the internet to an instance: its public
// address, its security groups, and the routes, network ACLs and block of its
// subnets.
var InstanceExposed = &checks.Check{
	ID:       "aws-rds-instance-internet-exposure",
	Title:    "The internet does not reach database instances",
	Why:      "A database that answers the internet is found within minutes and attacked from then on, by guessing passwords and by the faults of its engine.",
	Severity: checks.Critical,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Connectivity > Not publicly accessible. And EC2 > Security groups > the group > Edit inbound rules: name the sources.",
		CLI:       "aws ec2 revoke-security-group-ingress --group-id <group> --protocol tcp --port <port> --cidr 0.0.0.0/0",
		Terraform: "resource \"aws_vpc_security_group_ingress_rule\" \"example\" {\n  security_group_id            = aws_security_group.database.id\n  referenced_security_group_id = aws_security_group.application.id\n  ip_protocol                  = \"tcp\"\n  from_port                    = 5432\n  to_port                      = 5432\n}",
	},
	Aliases: []string{"prowler:rds_instance_no_public_access"},
	Link:    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_CommonTasks.Connect.html",
	Needs: []inventory.Source{
		rds.DBInstances, vpc.SecurityGroups, vpc.Subnets, vpc.RouteTables, vpc.PrefixListEntries, vpc.NetworkACLs, vpc.BlocksPublicAccess, vpc.Exclusions,
	},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) {
			return
		}
		reached := inventory.Then(d.Port, func(port int) inventory.Known[bool] {
			return inventory.Then(d.SubnetIDs, func(ids []string) inventory.Known[bool] {
				var any []inventory.Known[bool]
				for _, id := range ids {
					any = append(any, reachedIn(p, d, id, port))
				}
				return inventory.Or(any...)
			})
		})
		if exposed, ok := inventory.And(d.PubliclyAccessible, reached).Get(p); ok && exposed {
			port, _ := d.Port.Peek()
			groups, _ := d.VPCSecurityGroups.Peek()
			p.Evidence("port", port)
			p.Evidence("securityGroups", groups)
			p.Failf("the internet reaches port %d: the instance has a public address, its security groups admit everybody, and a subnet of its subnet group lets the internet in", port)
		}
	}),
}

// reachedIn reports whether everybody reaches the port of an instance where it
// lies in a subnet of its group. The public address of an instance is an IPv4
// one; in dual-stack mode there is an IPv6 address of the subnet beside it, and
// the internet reaches both ("public dual-stack mode DB clusters provide both
// IPv4 and IPv6 endpoints", Neptune User Guide).
func reachedIn(p *checks.Probe, d *rds.DBInstance, subnet string, port int) inventory.Known[bool] {
	return inventory.Then(vpc.Subnets.ByID(p.Inv, d.Region, subnet), func(s *vpc.Subnet) inventory.Known[bool] {
		if s == nil {
			return inventory.Missing[bool](inventory.Gap{Reason: inventory.OtherAccount, Where: "the subnet " + subnet + ", which is not among those listed"})
		}
		n := &vpc.NetworkInterface{
			Resource: d.Resource, SubnetID: s.ID, VPCID: s.VPCID, Groups: d.VPCSecurityGroups,
			PublicIPv4: inventory.Of([]string{"public"}), DenyAllIGW: inventory.Of(false),
			IPv6: inventory.Map(s.IPv6, func(blocks []vpc.SubnetIPv6) (some []string) {
				for _, b := range blocks {
					address, _, _ := strings.Cut(b.CIDR, "/")
					some = append(some, address)
				}
				return some
			}),
		}
		var any []inventory.Known[bool]
		for _, o := range vpc.Reached(p.Inv, n, []vpc.Ports{{Protocol: "tcp", From: port, To: port}}) {
			any = append(any, inventory.Map(o.From.Breadth(vpc.DefaultScale), func(b vpc.Breadth) bool { return b == vpc.World }))
		}
		return inventory.Or(any...)
	})
}
