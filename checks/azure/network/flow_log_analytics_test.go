package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestFlowLogAnalytics(t *testing.T) {
	log := func(on, analytics inventory.Known[bool]) inventory.Part {
		return inventory.Rows(network.FlowLogs, &network.FlowLog{Resource: res("f"), Enabled: on, Analytics: analytics})
	}
	checktest.Run(t, FlowLogAnalytics, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(log(inventory.Of(true), inventory.Of(true))), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(log(inventory.Of(false), inventory.Of(true))), Want: []checks.Verdict{checks.Fail}},
		{Name: "without analytics", Have: inventory.Fixture(log(inventory.Of(true), inventory.Of(false))), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(log(inventory.Of(true), hidden[bool]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
