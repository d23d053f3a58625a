package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// MachineSSHKeys asks that Linux machines take SSH keys only.
var MachineSSHKeys = &checks.Check{
	ID:       "azure-compute-vm-linux-ssh-keys",
	Title:    "Linux machines take SSH keys, not passwords",
	Why:      "A password is guessed, reused and passed on; a key is none of it.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "A machine keeps the setting that it was made with: set PasswordAuthentication no in its sshd_config, and choose SSH public key when it is made anew.",
		CLI:       "az vm create --resource-group <group> --name <vm> --image <image> --authentication-type ssh --ssh-key-values <public-key>",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  disable_password_authentication = true\n}",
	},
	Aliases: []string{"prowler:vm_linux_enforce_ssh_authentication"},
	Link:    "https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed",
	Needs:   []inventory.Source{compute.Machines},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		judgeSSH(p, m.Profile)
	}),
}

// judgeSSH reports that a Linux machine takes passwords.
func judgeSSH(p *checks.Probe, m compute.Profile) {
	os, ok := m.OS.Get(p)
	if !ok {
		return
	}
	if !strings.EqualFold(os, "Linux") {
		p.Skipf("the machine does not run Linux")
		return
	}
	if on, ok := m.PasswordLogin.Get(p); ok && on {
		p.Evidence("disablePasswordAuthentication", false)
		p.Failf("the machine was made with password login over SSH")
	}
}
