package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// ScaleSetLoadBalancer asks that scale sets are behind a load balancer.
var ScaleSetLoadBalancer = &checks.Check{
	ID:       "azure-compute-scale-set-load-balancer",
	Title:    "Scale sets are behind a load balancer",
	Why:      "Without one, clients are bound to single machines: when one fails, or the set shrinks, they fail with it.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Virtual machine scale sets > the set > Settings > Networking > Load balancing.",
		CLI:       "az vmss update --resource-group <group> --name <scale-set> --add virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0].loadBalancerBackendAddressPools id=<pool-id>",
		Terraform: "resource \"azurerm_linux_virtual_machine_scale_set\" \"example\" {\n  network_interface {\n    name = \"primary\"\n    ip_configuration {\n      name                                   = \"primary\"\n      load_balancer_backend_address_pool_ids = [azurerm_lb_backend_address_pool.example.id]\n    }\n  }\n}",
	},
	Aliases: []string{"prowler:vm_scaleset_associated_with_load_balancer"},
	Link:    "https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-networking",
	Needs:   []inventory.Source{compute.ScaleSets},
	Run: checks.Each(compute.ScaleSets, func(p *checks.Probe, s *compute.ScaleSet) {
		if !modelled(p, s) || !kept(p, s) {
			return
		}
		if balanced, ok := s.Balanced.Get(p); ok && !balanced {
			p.Evidence("backendPools", "none")
			p.Failf("the machines of the set are in no backend pool")
		}
	}),
}
