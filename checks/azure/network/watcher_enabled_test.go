package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestWatcherEnabled(t *testing.T) {
	location := inventory.Rows(network.Locations, &network.Location{Resource: inventory.Resource{ID: "westeurope", Region: "westeurope"}})
	watcher := func(region string, state inventory.Known[string]) inventory.Part {
		return inventory.Rows(network.Watchers, &network.Watcher{Resource: inventory.Resource{ID: "w", Region: region}, State: state})
	}
	checktest.Run(t, WatcherEnabled, []checktest.Case{
		{Name: "there", Have: inventory.Fixture(location, watcher("westeurope", inventory.Of("Succeeded"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "elsewhere", Have: inventory.Fixture(location, watcher("northeurope", inventory.Of("Succeeded"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "failed", Have: inventory.Fixture(location, watcher("westeurope", inventory.Of("Failed"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(location, watcher("westeurope", hidden[string]())), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unlisted", Have: inventory.Fixture(location, inventory.Unlisted(network.Watchers, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
