package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestFlowLogs(t *testing.T) {
	log := func(id, of, traffic string, delivered bool) *vpc.FlowLog {
		return &vpc.FlowLog{Resource: res(id), Of: of, Active: inventory.Of(true), Delivered: inventory.Of(delivered), Traffic: inventory.Of(traffic)}
	}
	have := func(logs ...*vpc.FlowLog) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.VPCs, &vpc.VPC{Resource: res("vpc-1"), State: "available"}), inventory.Rows(vpc.FlowLogs, logs...),
			inventory.Rows(vpc.Subnets, &vpc.Subnet{Resource: res("subnet-1"), VPCID: "vpc-1"}, &vpc.Subnet{Resource: res("subnet-2"), VPCID: "vpc-1"}, &vpc.Subnet{Resource: res("subnet-3"), VPCID: "vpc-2"}))
	}
	unsure := log("fl-1", "vpc-1", "ALL", true)
	unsure.Delivered = inventory.Missing[bool](checktest.Dark)
	fail, pass := []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Pass}
	checktest.Run(t, FlowLogs, []checktest.Case{
		{Name: "all", Have: have(log("fl-1", "vpc-1", "ALL", true)), Want: pass},
		{Name: "rejected", Have: have(log("fl-1", "vpc-1", "REJECT", true)), Want: pass},
		{Name: "accepted only", Have: have(log("fl-1", "vpc-1", "ACCEPT", true)), Want: fail},
		{Name: "not delivered", Have: have(log("fl-1", "vpc-1", "ALL", false)), Want: fail},
		{Name: "one of two works", Have: have(log("fl-1", "vpc-1", "ALL", false), log("fl-2", "vpc-1", "ALL", true)), Want: pass},
		{Name: "each subnet", Have: have(log("fl-1", "subnet-1", "ALL", true), log("fl-2", "subnet-2", "REJECT", true)), Want: pass},
		{Name: "one subnet", Have: have(log("fl-1", "subnet-1", "ALL", true)), Want: fail},
		{Name: "none", Have: have(), Want: fail},
		{Name: "delivery hidden", Have: have(unsure), Want: []checks.Verdict{checks.Unknown}},
		{Name: "no subnets", Want: fail, Have: inventory.Fixture(inventory.Rows(vpc.VPCs, &vpc.VPC{Resource: res("vpc-1")}), inventory.Rows(vpc.FlowLogs), inventory.Rows(vpc.Subnets))},
		{Name: "deleting", Want: []checks.Verdict{checks.NotApplicable}, Have: inventory.Fixture(
			inventory.Rows(vpc.VPCs, &vpc.VPC{Resource: res("vpc-1"), State: "deleting"}), inventory.Rows(vpc.FlowLogs), inventory.Rows(vpc.Subnets))},
	})
}
