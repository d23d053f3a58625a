package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestInterfacePublicIP(t *testing.T) {
	checktest.Run(t, InterfacePublicIP, []checktest.Case{
		{Name: "none", Have: inventory.Fixture(inventory.Rows(network.Interfaces, &network.Interface{Resource: inventory.Resource{ID: "nic", Account: "111122223333"}, PublicIPs: inventory.Of([]string{})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "one", Have: inventory.Fixture(inventory.Rows(network.Interfaces, &network.Interface{Resource: inventory.Resource{ID: "nic", Account: "111122223333"}, PublicIPs: inventory.Of([]string{"ip"}), Machine: inventory.Of("vm")})), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "of no machine", Have: inventory.Fixture(inventory.Rows(network.Interfaces, &network.Interface{Resource: inventory.Resource{ID: "nic", Account: "111122223333"}, PublicIPs: inventory.Of([]string{"ip"}), Machine: inventory.Of("")})), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.Interfaces, &network.Interface{Resource: inventory.Resource{ID: "nic", Account: "111122223333"}, PublicIPs: hidden[[]string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
