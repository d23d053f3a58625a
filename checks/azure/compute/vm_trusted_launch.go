package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// MachineTrustedLaunch asks that machines boot only what is signed.
var MachineTrustedLaunch = &checks.Check{
	ID:       "azure-compute-vm-trusted-launch",
	Title:    "Virtual machines use trusted launch with secure boot and a vTPM",
	Why:      "Without it, malware that got in once can settle beneath the operating system, where it outlives a reinstallation and is not seen.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Virtual machines > the machine > Settings > Configuration > Security type: Trusted launch, with secure boot and vTPM.",
		CLI:       "az vm update --resource-group <group> --name <vm> --security-type TrustedLaunch --enable-secure-boot true --enable-vtpm true",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  secure_boot_enabled = true\n  vtpm_enabled        = true\n}",
	},
	Aliases: []string{"prowler:vm_trusted_launch_enabled"},
	Link:    "https://learn.microsoft.com/azure/virtual-machines/trusted-launch",
	Needs:   []inventory.Source{compute.Machines},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		judgeTrustedLaunch(p, m.Profile)
	}),
}

// judgeTrustedLaunch reports what a machine's boot is not guarded by.
// Confidential machines boot in the same way.
func judgeTrustedLaunch(p *checks.Probe, m compute.Profile) {
	kind, ok := m.SecurityType.Get(p)
	if !ok {
		return
	}
	if !strings.EqualFold(kind, "TrustedLaunch") && !strings.EqualFold(kind, "ConfidentialVM") {
		p.Evidence("securityType", kind)
		p.Failf("the security type is %s", kind)
		return
	}
	if on, ok := m.SecureBoot.Get(p); ok && !on {
		p.Evidence("secureBootEnabled", false)
		p.Failf("secure boot is off")
	}
	if on, ok := m.VTPM.Get(p); ok && !on {
		p.Evidence("vTpmEnabled", false)
		p.Failf("the vTPM is off")
	}
}
