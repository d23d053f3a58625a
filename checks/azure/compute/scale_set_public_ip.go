package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// ScaleSetPublicIP asks that machines of scale sets have no public address.
var ScaleSetPublicIP = &checks.Check{
	ID:       "azure-compute-scale-set-public-ip",
	Title:    "Machines of scale sets have no public address",
	Why:      "A machine with an address of its own is found by every scanner, past the load balancer.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Virtual machine scale sets > the set > Settings > Networking > the interface > Public IP address: Disabled.",
		CLI:       "az vmss update --resource-group <group> --name <scale-set> --remove virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].publicIPAddressConfiguration",
		Terraform: "resource \"azurerm_linux_virtual_machine_scale_set\" \"example\" {\n  network_interface {\n    name = \"primary\"\n    ip_configuration {\n      name = \"primary\" # and no public_ip_address block\n    }\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-networking",
	Needs: []inventory.Source{compute.ScaleSets},
	Run: checks.Each(compute.ScaleSets, func(p *checks.Probe, s *compute.ScaleSet) {
		if !modelled(p, s) {
			return
		}
		if public, ok := s.PublicIPs.Get(p); ok && public {
			p.Evidence("publicIPAddressConfiguration", true)
			p.Failf("each machine of the set gets a public address")
		}
	}),
}
