package compute

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

var approvedExtensions = &checks.Param{
	Name: "types",
	Default: []string{
		"AADLoginForWindows", "AADSSHLoginForLinux", "AzureBackupWindowsWorkload", "AzureDiskEncryption", "AzureDiskEncryptionForLinux",
		"AzureMonitorLinuxAgent", "AzureMonitorWindowsAgent", "ChangeTracking-Linux", "ChangeTracking-Windows", "ConfigurationforLinux",
		"ConfigurationforWindows", "DependencyAgentLinux", "DependencyAgentWindows", "GuestAttestation", "IaaSAntimalware",
		"JsonADDomainExtension", "KeyVaultForLinux", "KeyVaultForWindows", "LinuxOsUpdateExtension", "LinuxPatchExtension",
		"MDE.Linux", "MDE.Windows", "NetworkWatcherAgentLinux", "NetworkWatcherAgentWindows", "SqlIaasAgent", "VMSnapshot",
		"VMSnapshotLinux", "WindowsOsUpdateExtension", "WindowsPatchExtension",
	},
	Source: "Microsoft Learn, \"Virtual machine extensions and features\": what Azure's own services install",
}

// ExtensionApproved asks that only known extensions are on machines.
var ExtensionApproved = &checks.Check{
	ID:       "azure-compute-vm-extension-approved",
	Title:    "Only approved extensions are installed on virtual machines",
	Why:      "An extension runs as root or SYSTEM and is installed from outside the machine: a custom script is the usual way from a stolen role to the machine.",
	Severity: checks.Low,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Virtual machines > the machine > Settings > Extensions + applications > the extension > Uninstall.",
		CLI:       "az vm extension delete --resource-group <group> --vm-name <vm> --name <extension>",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  allow_extension_operations = false\n}",
	},
	Link:   "https://learn.microsoft.com/azure/virtual-machines/extensions/overview",
	Params: []*checks.Param{approvedExtensions},
	Needs:  []inventory.Source{compute.Extensions},
	Run: checks.Each(compute.Extensions, func(p *checks.Probe, x *compute.Extension) {
		kind, ok := x.Type.Get(p)
		if ok && !slices.ContainsFunc(p.Strings(approvedExtensions), func(s string) bool { return strings.EqualFold(s, kind) }) {
			p.Evidence("type", kind)
			if publisher, ok := x.Publisher.Get(p); ok {
				p.Evidence("publisher", publisher)
			}
			p.Failf("the extension %s is not an approved one", kind)
		}
	}),
}
