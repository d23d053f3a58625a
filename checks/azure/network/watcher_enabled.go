package network

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// WatcherEnabled asks for a network watcher wherever there are networks.
var WatcherEnabled = &checks.Check{
	ID:       "azure-network-watcher-enabled",
	Title:    "Network Watcher is on in every region with virtual networks",
	Why:      "Flow logs, connection monitors and packet captures hang on it: where it is missing, traffic can be neither recorded nor looked into.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Network Watcher > Overview: enable it for the region.",
		CLI:       "az network watcher configure --resource-group NetworkWatcherRG --locations <region> --enabled true",
		Terraform: "resource \"azurerm_network_watcher\" \"example\" {\n  name                = \"NetworkWatcher_westeurope\"\n  location            = \"westeurope\"\n  resource_group_name = \"NetworkWatcherRG\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.6"}},
	Aliases:  []string{"prowler:network_watcher_enabled"},
	Link:     "https://learn.microsoft.com/azure/network-watcher/network-watcher-create",
	Needs:    []inventory.Source{network.Locations, network.Watchers},
	Run: checks.Each(network.Locations, func(p *checks.Probe, l *network.Location) {
		var hidden inventory.Gaps
		for w := range network.Watchers.In(p.Inv, &hidden, l.Region) {
			switch state, ok := w.State.Get(&hidden); {
			case ok && strings.EqualFold(state, "Succeeded"), ok && strings.EqualFold(state, "Updating"):
				return
			case ok:
				p.Evidence("provisioningState", state)
			}
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("region", l.Region)
		p.Absentf("the region has virtual networks and no working network watcher")
	}),
}
