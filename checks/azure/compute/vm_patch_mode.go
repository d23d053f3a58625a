package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// MachinePatchMode asks that machines are patched without anybody thinking of it.
var MachinePatchMode = &checks.Check{
	ID:       "azure-compute-vm-patch-mode",
	Title:    "Patches are installed on virtual machines automatically",
	Why:      "Most machines that are broken into lacked a patch that had been out for months.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Azure Update Manager > Machines > the machine > Update settings > Patch orchestration: Azure Managed - Safe Deployment, or customer managed schedules.",
		CLI:       "az vm update --resource-group <group> --name <vm> --set osProfile.linuxConfiguration.patchSettings.patchMode=AutomaticByPlatform",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  patch_mode = \"AutomaticByPlatform\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching",
	Needs: []inventory.Source{compute.Machines},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		mode, ok := m.PatchMode.Get(p)
		if !ok {
			return
		}
		switch strings.ToLower(mode) {
		case "automaticbyplatform", "automaticbyos":
		case "manual":
			p.Evidence("patchMode", mode)
			p.Failf("patches are installed by hand")
		case "imagedefault": // many images install security patches by themselves, none says whether
			p.Evidence("patchMode", mode)
			p.Rank(checks.Low)
			p.Failf("it is left to the image whether patches are installed")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the patch mode " + mode + " is not a known one"})
		}
	}),
}
