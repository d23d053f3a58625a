package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestBastionShareableLink(t *testing.T) {
	host := func(links inventory.Known[bool]) inventory.Part {
		return inventory.Rows(network.BastionHosts, &network.BastionHost{Resource: res("b"), ShareableLinks: links})
	}
	checktest.Run(t, BastionShareableLink, []checktest.Case{
		{Name: "off", Have: inventory.Fixture(host(inventory.Of(false))), Want: []checks.Verdict{checks.Pass}},
		{Name: "on", Have: inventory.Fixture(host(inventory.Of(true))), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(host(hidden[bool]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
