package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// ScaleSetOSUpgrade asks that scale sets are patched without anybody thinking of it.
var ScaleSetOSUpgrade = &checks.Check{
	ID:       "azure-compute-scale-set-os-upgrade",
	Title:    "Scale sets are patched automatically",
	Why:      "A set whose model is old makes machines with old flaws, as many as are asked for.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Virtual machine scale sets > the set > Settings > Operating system > Guest OS updates, or Upgrade policy: automatic OS upgrades.",
		CLI:       "az vmss update --resource-group <group> --name <scale-set> --set upgradePolicy.automaticOSUpgradePolicy.enableAutomaticOSUpgrade=true",
		Terraform: "resource \"azurerm_linux_virtual_machine_scale_set\" \"example\" {\n  automatic_os_upgrade_policy {\n    disable_automatic_rollback  = false\n    enable_automatic_os_upgrade = true\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-upgrade",
	Needs: []inventory.Source{compute.ScaleSets},
	Run: checks.Each(compute.ScaleSets, func(p *checks.Probe, s *compute.ScaleSet) {
		if !modelled(p, s) || !kept(p, s) {
			return
		}
		if on, ok := s.AutomaticOSUpgrade.Get(p); !ok || on {
			return
		}
		mode, ok := s.PatchMode.Get(p)
		if ok && !strings.EqualFold(mode, "AutomaticByPlatform") && !strings.EqualFold(mode, "AutomaticByOS") {
			p.Evidence("enableAutomaticOSUpgrade", false)
			p.Evidence("patchMode", mode)
			p.Failf("neither images nor patches are brought up to date by themselves")
		}
	}),
}
