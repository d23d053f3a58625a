package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// ScaleSetSSHKeys asks that Linux scale sets take SSH keys only.
var ScaleSetSSHKeys = &checks.Check{
	ID:       "azure-compute-scale-set-ssh-keys",
	Title:    "Linux scale sets take SSH keys, not passwords",
	Why:      "A password is guessed, reused and passed on, and here it opens every machine of the set at once.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "A set keeps the setting that it was made with: choose SSH public key when it is made anew.",
		CLI:       "az vmss create --resource-group <group> --name <scale-set> --image <image> --authentication-type ssh --ssh-key-values <public-key>",
		Terraform: "resource \"azurerm_linux_virtual_machine_scale_set\" \"example\" {\n  disable_password_authentication = true\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed",
	Needs: []inventory.Source{compute.ScaleSets},
	Run: checks.Each(compute.ScaleSets, func(p *checks.Probe, s *compute.ScaleSet) {
		if !modelled(p, s) {
			return
		}
		judgeSSH(p, s.Profile)
	}),
}
