package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func res(id string) inventory.Resource { return inventory.Resource{ID: id} }

// A network is one interface of one group in one subnet, open all the way to
// the internet but for what the group says. Tests change it.
type network struct {
	group     *vpc.SecurityGroup
	list      *vpc.PrefixList
	nic       *vpc.NetworkInterface
	subnet    *vpc.Subnet
	table     *vpc.RouteTable
	acl       *vpc.NetworkACL
	block     *vpc.BlockPublicAccess
	exclusion *vpc.Exclusion
	parts     []inventory.Part
}

func newNetwork(rules ...vpc.Rule) *network {
	allow := func(n int, egress bool, cidr string) vpc.ACLEntry {
		return vpc.ACLEntry{Number: n, Egress: egress, Allow: true, Protocol: "-1", CIDR: cidr}
	}
	return &network{
		group: &vpc.SecurityGroup{Resource: inventory.Resource{ID: "sg-1", Name: "web"}, VPCID: "vpc-1", Inbound: inventory.Of(rules), Outbound: inventory.Of[[]vpc.Rule](nil)},
		list:  &vpc.PrefixList{Resource: res("pl-1"), Entries: inventory.Of([]string{"0.0.0.0/1", "128.0.0.0/1"})},
		nic: &vpc.NetworkInterface{
			Resource: res("eni-1"), SubnetID: "subnet-1", VPCID: "vpc-1", Type: "interface", Status: "in-use", InstanceID: "i-1",
			RequesterManaged: inventory.Of(false), SourceDestCheck: inventory.Of(true), DenyAllIGW: inventory.Of(false),
			PublicIPv4: inventory.Of([]string{"3.120.0.1"}), IPv6: inventory.Of([]string{"2a05:d014::1"}), Groups: inventory.Of([]string{"sg-1"}),
		},
		subnet: &vpc.Subnet{Resource: res("subnet-1"), VPCID: "vpc-1", IPv6: inventory.Of([]vpc.SubnetIPv6{{CIDR: "2a05:d014::/64"}})},
		table: &vpc.RouteTable{
			Resource: res("rtb-1"), VPCID: "vpc-1",
			Routes: inventory.Of([]vpc.Route{
				{CIDR: "10.0.0.0/16", Target: "local", Active: true},
				{CIDR: "0.0.0.0/0", Target: "igw-1", Active: true},
				{CIDR: "::/0", Target: "igw-1", Active: true},
			}),
			Associations: inventory.Of([]vpc.RouteAssociation{{Main: true}}),
		},
		acl: &vpc.NetworkACL{
			Resource: res("acl-1"), VPCID: "vpc-1", Default: inventory.Of(true), Subnets: inventory.Of([]string{"subnet-1"}),
			Entries: inventory.Of([]vpc.ACLEntry{allow(100, false, "0.0.0.0/0"), allow(100, true, "0.0.0.0/0"), allow(101, false, "::/0"), allow(101, true, "::/0")}),
		},
		block:     &vpc.BlockPublicAccess{Resource: res("us-east-1"), Mode: inventory.Of("off")},
		exclusion: &vpc.Exclusion{Resource: res("x-1"), Of: "vpc-other", Mode: inventory.Of("allow-bidirectional")},
	}
}

func (n *network) with(change func(*network)) *network { change(n); return n }

func (n *network) have() *inventory.Inventory {
	parts := []inventory.Part{
		inventory.Rows(vpc.SecurityGroups, n.group), inventory.Rows(vpc.Subnets, n.subnet), inventory.Rows(vpc.RouteTables, n.table),
		inventory.Rows(vpc.NetworkACLs, n.acl), inventory.Rows(vpc.BlocksPublicAccess, n.block), inventory.Rows(vpc.Exclusions, n.exclusion),
		inventory.Rows(vpc.PrefixLists), inventory.Rows(vpc.NetworkInterfaces),
	}
	if n.list != nil {
		parts = append(parts, inventory.Rows(vpc.PrefixLists, n.list))
	}
	if n.nic != nil {
		parts = append(parts, inventory.Rows(vpc.NetworkInterfaces, n.nic))
	}
	return inventory.Fixture(append(parts, n.parts...)...)
}

func unattached(n *network) { n.nic = nil }
func private(n *network) {
	n.table.Routes = inventory.Of([]vpc.Route{{CIDR: "0.0.0.0/0", Target: "nat-1", Active: true}})
}
func exempted(n *network) {
	n.block.Mode, n.exclusion.Of = inventory.Of("block-bidirectional"), "vpc-1"
}

// rule is an inbound rule for ports of TCP; port 0 is all of all protocols.
func rule(port int, change func(*vpc.Rule)) vpc.Rule {
	r := vpc.Rule{Protocol: "tcp", FromPort: port, ToPort: port}
	if port == 0 {
		r = vpc.Rule{Protocol: "-1"}
	}
	change(&r)
	return r
}

func v4(cidrs ...string) func(*vpc.Rule) { return func(r *vpc.Rule) { r.IPv4 = cidrs } }
func v6(cidrs ...string) func(*vpc.Rule) { return func(r *vpc.Rule) { r.IPv6 = cidrs } }
func list(ids ...string) func(*vpc.Rule) { return func(r *vpc.Rule) { r.PrefixLists = ids } }

// groupCases are the cases of a check that asks about port, for which a rule
// to the world has the severity full.
func groupCases(port int, full checks.Severity) []checktest.Case {
	fail, pass, unknown := []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Unknown}
	return []checktest.Case{
		{Name: "world, reached", Have: newNetwork(rule(port, v4("0.0.0.0/0"))).have(), Want: fail, Severity: full},
		{Name: "world by IPv6", Have: newNetwork(rule(port, v6("::/0"))).have(), Want: fail, Severity: full},
		{Name: "world in halves", Have: newNetwork(rule(port, v4("0.0.0.0/1")), rule(port, v4("128.0.0.0/1"))).have(), Want: fail, Severity: full},
		{Name: "world by a prefix list", Have: newNetwork(rule(port, list("pl-1"))).have(), Want: fail, Severity: full},
		{Name: "world, on no interface", Have: newNetwork(rule(port, v4("0.0.0.0/0"))).with(unattached).have(), Want: fail, Severity: checks.Low},
		{Name: "world, private subnet", Have: newNetwork(rule(port, v4("0.0.0.0/0"))).with(private).have(), Want: fail, Severity: checks.Medium},
		{Name: "world, interfaces hidden", Want: fail, Severity: full, Have: newNetwork(rule(port, v4("0.0.0.0/0"))).with(func(n *network) {
			n.parts = append(n.parts, inventory.Unlisted(vpc.NetworkInterfaces, inventory.FixtureRegion, checktest.Dark))
			n.nic = nil
		}).have()},
		{Name: "world, load balancer", Want: fail, Severity: checks.Medium, Have: newNetwork(rule(port, v4("0.0.0.0/0"))).with(func(n *network) {
			n.nic.RequesterID, n.nic.Description = "amazon-elb", "ELB app/web/1"
		}).have()},
		{Name: "wide, reached", Have: newNetwork(rule(port, v4("52.0.0.0/8"))).have(), Want: fail, Severity: checks.Medium},
		{Name: "wide, reached past the block", Have: newNetwork(rule(port, v4("52.0.0.0/8"))).with(exempted).have(), Want: fail},
		{Name: "wide, private subnet", Have: newNetwork(rule(port, v4("52.0.0.0/8"))).with(private).have(), Want: pass},
		{Name: "private addresses only", Have: newNetwork(rule(port, v4("10.0.0.0/8", "172.16.0.0/12")), rule(port, v6("fd00::/8"))).have(), Want: pass},
		{Name: "a /24 and a small list", Want: pass, Have: newNetwork(rule(port, v4("52.1.2.0/24")), rule(port, list("pl-1"))).with(func(n *network) {
			n.list.Entries = inventory.Of([]string{"8.8.8.0/24"})
		}).have()},
		{Name: "AWS's own list", Want: pass, Have: newNetwork(rule(port, list("pl-1"))).with(func(n *network) {
			n.list.AWS, n.list.Account, n.list.Entries = true, "aws", inventory.Of[[]string](nil)
		}).have()},
		{Name: "a list that cannot be read", Want: unknown, Have: newNetwork(rule(port, list("pl-1"))).with(func(n *network) {
			n.list.Entries = inventory.Missing[[]string](checktest.Dark)
		}).have()},
		{Name: "a list of somebody else's", Want: unknown, Have: newNetwork(rule(port, list("pl-1"))).with(func(n *network) { n.list = nil }).have()},
		{Name: "a list that cannot be read beside the world", Want: fail, Have: newNetwork(rule(port, list("pl-1")), rule(port, v4("0.0.0.0/0"))).with(func(n *network) { n.list = nil }).have()},
		{Name: "ICMP", Want: pass, Have: newNetwork(vpc.Rule{Protocol: "icmp", IPv4: []string{"0.0.0.0/0"}}).have()},
		{Name: "rules hidden", Want: unknown, Have: newNetwork().with(func(n *network) {
			n.group.Inbound = inventory.Missing[[]vpc.Rule](checktest.Dark)
		}).have()},
	}
}

func TestExcept(t *testing.T) {
	got := except([]vpc.Ports{{Protocol: "tcp", From: 443, To: 443}, {Protocol: "tcp", From: 80, To: 80}})
	want := "tcp 1-79 tcp 81-442 tcp 444-65535 all udp ports"
	var have string
	for i, p := range got {
		if i > 0 {
			have += " "
		}
		have += p.String()
	}
	if have != want {
		t.Errorf("got %q, want %q", have, want)
	}
}
