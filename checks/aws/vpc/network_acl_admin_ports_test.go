package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestNetworkACLAdminPorts(t *testing.T) {
	entry := func(number int, allow bool, protocol string, from, to int, cidr string) vpc.ACLEntry {
		return vpc.ACLEntry{Number: number, Allow: allow, Protocol: protocol, FromPort: from, ToPort: to, CIDR: cidr}
	}
	have := func(subnets []string, entries ...vpc.ACLEntry) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.NetworkACLs, &vpc.NetworkACL{
			Resource: res("acl-1"), Default: inventory.Of(false), Subnets: inventory.Of(subnets), Entries: inventory.Of(entries)}))
	}
	used := []string{"subnet-1"}
	fail, pass := []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Pass}
	checktest.Run(t, NetworkACLAdminPorts, []checktest.Case{
		{Name: "everything", Have: have(used, entry(100, true, "-1", 0, 0, "0.0.0.0/0")), Want: fail, Severity: checks.Medium},
		{Name: "everything, by no subnet", Have: have(nil, entry(100, true, "-1", 0, 0, "0.0.0.0/0")), Want: fail, Severity: checks.Low},
		{Name: "IPv6", Have: have(used, entry(100, true, "tcp", 1, 1000, "::/0")), Want: fail},
		{Name: "denied before", Have: have(used, entry(10, false, "tcp", 22, 22, "0.0.0.0/0"), entry(11, false, "tcp", 3389, 3389, "0.0.0.0/0"), entry(100, true, "tcp", 0, 65535, "0.0.0.0/0")), Want: pass},
		{Name: "one denied before", Have: have(used, entry(10, false, "tcp", 22, 22, "0.0.0.0/0"), entry(100, true, "tcp", 0, 65535, "0.0.0.0/0")), Want: fail},
		{Name: "half denied before", Have: have(used, entry(10, false, "-1", 0, 0, "0.0.0.0/1"), entry(100, true, "-1", 0, 0, "0.0.0.0/0")), Want: fail},
		{Name: "denied after", Have: have(used, entry(10, true, "-1", 0, 0, "0.0.0.0/0"), entry(100, false, "tcp", 22, 22, "0.0.0.0/0")), Want: fail},
		{Name: "way out only", Have: have(used, vpc.ACLEntry{Number: 100, Egress: true, Allow: true, Protocol: "-1", CIDR: "0.0.0.0/0"}), Want: pass},
		{Name: "HTTPS", Have: have(used, entry(100, true, "tcp", 443, 443, "0.0.0.0/0"), entry(110, true, "tcp", 22, 22, "10.0.0.0/8")), Want: pass},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(inventory.Rows(vpc.NetworkACLs, &vpc.NetworkACL{
			Resource: res("acl-1"), Entries: inventory.Missing[[]vpc.ACLEntry](checktest.Dark)}))},
	})
}
