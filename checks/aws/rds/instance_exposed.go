package rds

import (
	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// InstanceExposed follows the way from the internet to an instance: its public
// address, its security groups and the routes of its subnets.
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
	Needs:   []inventory.Source{rds.DBInstances, vpc.SecurityGroups, vpc.Subnets, vpc.RouteTables, vpc.PrefixListEntries},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) {
			return
		}
		world := inventory.Then(d.Port, func(port int) inventory.Known[bool] { return admitsWorld(p, d, port) })
		routed := inventory.Then(d.SubnetIDs, func(ids []string) inventory.Known[bool] {
			var any []inventory.Known[bool]
			for _, id := range ids {
				any = append(any, vpc.PublicSubnetID(p.Inv, d.Region, id))
			}
			return inventory.Or(any...)
		})
		if exposed, ok := inventory.And(d.PubliclyAccessible, world, routed).Get(p); ok && exposed {
			port, _ := d.Port.Peek()
			groups, _ := d.VPCSecurityGroups.Peek()
			p.Evidence("port", port)
			p.Evidence("securityGroups", groups)
			p.Failf("the internet reaches port %d: the instance has a public address, its security groups admit everybody, and its subnets are public", port)
		}
	}),
}

// admitsWorld reports whether the security groups of an instance together admit
// everybody to its port.
func admitsWorld(p *checks.Probe, d *rds.DBInstance, port int) inventory.Known[bool] {
	n := &vpc.NetworkInterface{Resource: d.Resource, Groups: d.VPCSecurityGroups}
	var any []inventory.Known[bool]
	for _, o := range vpc.Admitted(p.Inv, n, []vpc.Ports{{Protocol: "tcp", From: port, To: port}}) {
		any = append(any, inventory.Map(o.From.Breadth(vpc.DefaultScale), func(b vpc.Breadth) bool { return b == vpc.World }))
	}
	return inventory.Or(any...)
}
