package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestInternetExposure(t *testing.T) {
	fail, pass, unknown := []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Unknown}
	open := func(change func(*network)) *inventory.Inventory {
		return newNetwork(rule(22, v4("0.0.0.0/0"))).with(change).have()
	}
	routes := func(all ...vpc.Route) func(*network) {
		return func(n *network) { n.table.Routes = inventory.Of(all) }
	}
	entries := func(all ...vpc.ACLEntry) func(*network) {
		return func(n *network) { n.acl.Entries = inventory.Of(all) }
	}
	in := func(number int, allow bool, from, to int, cidr string) vpc.ACLEntry {
		return vpc.ACLEntry{Number: number, Allow: allow, Protocol: "tcp", FromPort: from, ToPort: to, CIDR: cidr}
	}
	out := vpc.ACLEntry{Number: 1, Egress: true, Allow: true, Protocol: "tcp", FromPort: 1024, ToPort: 65535, CIDR: "0.0.0.0/0"}
	dark := checktest.Dark
	checktest.Run(t, InternetExposure, []checktest.Case{
		{Name: "all the way", Have: open(func(*network) {}), Want: fail, Severity: checks.Critical},
		{Name: "IPv6 only", Want: fail, Have: newNetwork(rule(22, v6("::/0"))).with(func(n *network) { n.nic.PublicIPv4 = inventory.Of[[]string](nil) }).have()},
		{Name: "IPv6 admitted, IPv4 address", Want: pass, Have: newNetwork(rule(22, v6("::/0"))).with(func(n *network) { n.nic.IPv6 = inventory.Of[[]string](nil) }).have()},
		{Name: "a private IPv6 block", Want: pass, Have: newNetwork(rule(22, v6("::/0"))).with(func(n *network) {
			n.subnet.IPv6 = inventory.Of([]vpc.SubnetIPv6{{CIDR: "2a05:d014::/64", Private: true}})
		}).have()},
		{Name: "a unique local address", Want: pass, Have: newNetwork(rule(22, v6("::/0"))).with(func(n *network) { n.nic.IPv6 = inventory.Of([]string{"fd00::1"}) }).have()},
		{Name: "no public address", Want: pass, Have: open(func(n *network) {
			n.nic.PublicIPv4, n.nic.IPv6 = inventory.Of[[]string](nil), inventory.Of[[]string](nil)
		})},
		{Name: "HTTPS only", Want: pass, Have: newNetwork(rule(443, v4("0.0.0.0/0"))).have()},
		{Name: "two groups, half each", Want: fail, Have: newNetwork(rule(22, v4("0.0.0.0/2"))).with(func(n *network) {
			n.nic.Groups = inventory.Of([]string{"sg-1", "sg-2"})
			n.parts = append(n.parts, inventory.Rows(vpc.SecurityGroups, &vpc.SecurityGroup{Resource: res("sg-2"), Inbound: inventory.Of([]vpc.Rule{rule(22, v4("128.0.0.0/2"))})}))
		}).have()},
		{Name: "NAT", Want: pass, Have: open(routes(vpc.Route{CIDR: "0.0.0.0/0", Target: "nat-1", Active: true}))},
		{Name: "a blackhole", Want: pass, Have: open(routes(vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1"}))},
		{Name: "egress-only gateway", Want: pass, Have: newNetwork(rule(22, v6("::/0"))).with(routes(
			vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1", Active: true}, vpc.Route{CIDR: "::/0", Target: "eigw-1", Active: true})).have()},
		{Name: "routes in halves", Want: fail, Have: open(routes(
			vpc.Route{CIDR: "0.0.0.0/1", Target: "igw-1", Active: true}, vpc.Route{CIDR: "128.0.0.0/1", Target: "igw-1", Active: true}))},
		{Name: "a route by prefix list", Want: fail, Have: open(routes(vpc.Route{PrefixList: "pl-1", Target: "igw-1", Active: true}))},
		{Name: "more specific routes elsewhere", Want: pass, Have: open(routes(
			vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1", Active: true}, vpc.Route{CIDR: "0.0.0.0/1", Target: "tgw-1", Active: true}, vpc.Route{CIDR: "128.0.0.0/1", Target: "tgw-1", Active: true}))},
		{Name: "a propagated route to the same destination", Want: fail, Have: open(routes(
			vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1", Active: true}, vpc.Route{CIDR: "0.0.0.0/0", Target: "vgw-1", Active: true, Propagated: true}))},
		{Name: "a list of ranges of other routes", Want: pass, Have: open(routes(
			vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1", Active: true}, vpc.Route{PrefixList: "pl-1", Target: "tgw-1", Active: true}))},
		{Name: "a list of ranges more specific than another route", Want: fail, Have: open(routes(
			vpc.Route{CIDR: "0.0.0.0/0", Target: "tgw-1", Active: true}, vpc.Route{PrefixList: "pl-1", Target: "igw-1", Active: true}))},
		{Name: "a hidden list of ranges of other routes", Want: unknown, Have: open(func(n *network) {
			routes(vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1", Active: true}, vpc.Route{PrefixList: "pl-1", Target: "tgw-1", Active: true})(n)
			n.list.Entries = inventory.Missing[[]string](dark)
		})},
		{Name: "a hidden list of ranges beside more specific routes", Want: unknown, Have: open(func(n *network) {
			routes(vpc.Route{PrefixList: "pl-1", Target: "igw-1", Active: true},
				vpc.Route{CIDR: "0.0.0.0/1", Target: "tgw-1", Active: true}, vpc.Route{CIDR: "128.0.0.0/1", Target: "tgw-1", Active: true})(n)
			n.list.Entries = inventory.Missing[[]string](dark)
		})},
		{Name: "a filtered route", Want: unknown, Have: open(routes(
			vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1", Active: true}, vpc.Route{CIDR: "0.0.0.0/1", Target: "eni-9", Unclear: true}, vpc.Route{CIDR: "128.0.0.0/1", Target: "eni-9", Unclear: true}))},
		{Name: "through a firewall's endpoint", Want: unknown, Have: open(routes(vpc.Route{CIDR: "0.0.0.0/0", Target: "vpce-1", Active: true}))},
		{Name: "its own private table, the main one public", Want: pass, Have: open(func(n *network) {
			n.parts = append(n.parts, inventory.Rows(vpc.RouteTables, &vpc.RouteTable{
				Resource: res("rtb-2"), VPCID: "vpc-1", Routes: inventory.Of[[]vpc.Route](nil), Associations: inventory.Of([]vpc.RouteAssociation{{Subnet: "subnet-1"}})}))
		})},
		{Name: "no table to be found", Want: unknown, Have: open(func(n *network) { n.table.Associations = inventory.Of[[]vpc.RouteAssociation](nil) })},
		{Name: "the ACL denies first", Want: pass, Have: open(entries(in(10, false, 22, 22, "0.0.0.0/0"), in(100, true, 0, 65535, "0.0.0.0/0"), out))},
		{Name: "the ACL denies last", Want: fail, Have: open(entries(in(10, true, 0, 65535, "0.0.0.0/0"), in(100, false, 22, 22, "0.0.0.0/0"), out))},
		{Name: "the ACL lets no answer out", Want: pass, Have: open(entries(in(10, true, 0, 65535, "0.0.0.0/0")))},
		{Name: "the block", Want: pass, Have: open(func(n *network) { n.block.Mode = inventory.Of("block-ingress") })},
		{Name: "the block, exempted", Want: fail, Have: open(exempted)},
		{Name: "the block, subnet exempted for egress", Want: pass, Have: open(func(n *network) {
			n.block.Mode, n.exclusion.Of, n.exclusion.Mode = inventory.Of("block-bidirectional"), "subnet-1", inventory.Of("allow-egress")
		})},
		{Name: "denied by the interface's own setting", Want: pass, Have: open(func(n *network) { n.nic.DenyAllIGW = inventory.Of(true) })},
		{Name: "a shared subnet, its owner's block off", Want: fail, Have: open(func(n *network) { n.subnet.Account, n.subnet.BlockedByBPA = "999988887777", inventory.Of("off") })},
		{Name: "a shared subnet, its owner blocks", Want: unknown, Have: open(func(n *network) {
			n.subnet.Account, n.subnet.BlockedByBPA = "999988887777", inventory.Of("block-ingress")
		})},
		{Name: "wide", Want: fail, Severity: checks.Medium, Have: newNetwork(rule(22, v4("52.0.0.0/8"))).have()},
		{Name: "load balancer", Want: fail, Severity: checks.Medium, Have: open(func(n *network) { n.nic.RequesterID = "amazon-elb" })},
		{Name: "described as a load balancer", Want: fail, Severity: checks.Critical, Have: open(func(n *network) { n.nic.Description = "ELB logs" })},
		{Name: "attached to nothing", Want: fail, Severity: checks.Low, Have: open(func(n *network) { n.nic.Status = "available" })},
		{Name: "no groups", Want: []checks.Verdict{checks.NotApplicable}, Have: open(func(n *network) { n.nic.Groups, n.nic.Type = inventory.Of[[]string](nil), "natGateway" })},
		{Name: "table hidden", Want: unknown, Have: open(func(n *network) { n.table.Routes = inventory.Missing[[]vpc.Route](dark) })},
		{Name: "table hidden, no public address", Want: pass, Have: open(func(n *network) {
			n.table.Routes = inventory.Missing[[]vpc.Route](dark)
			n.nic.PublicIPv4, n.nic.IPv6 = inventory.Of[[]string](nil), inventory.Of[[]string](nil)
		})},
		{Name: "a group of somebody else's", Want: unknown, Have: newNetwork(rule(443, v4("0.0.0.0/0"))).with(func(n *network) {
			n.nic.Groups = inventory.Of([]string{"sg-1", "sg-foreign"})
		}).have()},
	})
}
