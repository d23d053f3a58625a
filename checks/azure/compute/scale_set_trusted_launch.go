package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// ScaleSetTrustedLaunch asks that scale sets boot only what is signed.
var ScaleSetTrustedLaunch = &checks.Check{
	ID:       "azure-compute-scale-set-trusted-launch",
	Title:    "Scale sets use trusted launch with secure boot and a vTPM",
	Why:      "Without it, malware that got in once can settle beneath the operating system, where it is not seen.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Virtual machine scale sets > the set > Settings > Configuration > Security type: Trusted launch.",
		CLI:       "az vmss update --resource-group <group> --name <scale-set> --security-type TrustedLaunch --enable-secure-boot true --enable-vtpm true",
		Terraform: "resource \"azurerm_linux_virtual_machine_scale_set\" \"example\" {\n  secure_boot_enabled = true\n  vtpm_enabled        = true\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machines/trusted-launch",
	Needs: []inventory.Source{compute.ScaleSets},
	Run: checks.Each(compute.ScaleSets, func(p *checks.Probe, s *compute.ScaleSet) {
		if !modelled(p, s) {
			return
		}
		judgeTrustedLaunch(p, s.Profile)
	}),
}
