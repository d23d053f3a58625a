package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// ScaleSetNotEmpty asks that scale sets are in use.
var ScaleSetNotEmpty = &checks.Check{
	ID:       "azure-compute-scale-set-not-empty",
	Title:    "Scale sets have machines",
	Why:      "A set that stands empty is forgotten: nobody patches its model, and one click makes a hundred machines of it.",
	Severity: checks.Info,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Virtual machine scale sets > the set > Overview > Delete.",
		CLI:       "az vmss delete --resource-group <group> --name <scale-set>",
		Terraform: "resource \"azurerm_linux_virtual_machine_scale_set\" \"example\" {\n  instances = 2\n}",
	},
	Aliases: []string{"prowler:vm_scaleset_not_empty"},
	Link:    "https://learn.microsoft.com/azure/virtual-machine-scale-sets/overview",
	Needs:   []inventory.Source{compute.ScaleSets, compute.Machines},
	Run: checks.Each(compute.ScaleSets, func(p *checks.Probe, s *compute.ScaleSet) {
		if !kept(p, s) {
			return
		}
		capacity, ok := s.Capacity.Get(p)
		if !ok || capacity > 0 {
			return
		}
		var hidden inventory.Gaps
		for m := range compute.Machines.Own(p.Inv, &hidden) {
			if set, ok := m.ScaleSet.Get(&hidden); ok && set == s.Full {
				return
			}
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("capacity", capacity)
		p.Absentf("the scale set has no machines")
	}),
}
