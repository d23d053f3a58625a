package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

func TestSubnetFlowLogs(t *testing.T) {
	subnet := func(purpose string, on inventory.Known[bool]) inventory.Part {
		return inventory.Rows(network.Subnetworks, &network.Subnetwork{Resource: inventory.Resource{ID: "s", Full: "//s"}, Network: inventory.Of("//n"), Purpose: inventory.Of(purpose), FlowLogs: on})
	}
	logs := func(of ...string) inventory.Part {
		return inventory.Rows(network.FlowLoggings, &network.FlowLogging{Of: inventory.Of(of)})
	}
	checktest.Run(t, SubnetFlowLogs, []checktest.Case{
		is("on", checks.Pass, subnet("PRIVATE", inventory.Of(true)), logs()),
		is("off", checks.Fail, subnet("PRIVATE", inventory.Of(false)), logs("//other")),
		is("on for the network", checks.Pass, subnet("PRIVATE", inventory.Of(false)), logs("//n")),
		is("on for the subnet by a configuration", checks.Pass, subnet("PRIVATE", inventory.Of(false)), logs("//s")),
		is("on for the organization", checks.Pass, subnet("PRIVATE", inventory.Of(false)), logs(network.Everywhere)),
		is("of a load balancer", checks.NotApplicable, subnet("REGIONAL_MANAGED_PROXY", inventory.Of(false)), logs()),
		is("of Private Service Connect", checks.NotApplicable, subnet("PRIVATE_SERVICE_CONNECT", inventory.Of(false)), logs()),
		is("hidden", checks.Unknown, subnet("PRIVATE", hidden[bool]()), logs()),
		is("configurations hidden", checks.Unknown, subnet("PRIVATE", inventory.Of(false)), inventory.Rows(network.FlowLoggings, &network.FlowLogging{Of: hidden[[]string]()})),
	})
}
