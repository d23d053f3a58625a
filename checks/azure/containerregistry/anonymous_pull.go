package containerregistry

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

// AnonymousPull asks that nobody pulls without a login.
var AnonymousPull = &checks.Check{
	ID:       "azure-containerregistry-anonymous-pull",
	Title:    "Images cannot be pulled without a login",
	Why:      "With anonymous pull, anyone who reaches the registry reads all of its images, and the code and the settings in them.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "There is no switch in the portal: use the command line.",
		CLI:       "az acr update --name <registry> --anonymous-pull-enabled false",
		Terraform: "resource \"azurerm_container_registry\" \"example\" {\n  anonymous_pull_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/container-registry/anonymous-pull-access",
	Needs: []inventory.Source{containerregistry.Registries, containerregistry.RegistryPreview},
	Run: each(func(p *checks.Probe, r *containerregistry.Registry) {
		sku, ok := r.SKU.Get(p)
		if ok && strings.EqualFold(sku, "Basic") {
			p.Skipf("Basic registries have no anonymous pull")
		}
		if !ok || strings.EqualFold(sku, "Basic") {
			return
		}
		pull := inventory.Then(r.Preview, func(v containerregistry.Preview) inventory.Known[bool] { return v.AnonymousPull })
		if open, ok := pull.Get(p); ok && open {
			p.Evidence("anonymousPullEnabled", true)
			p.Failf("anyone who reaches the registry can pull all of its images")
		}
	}),
}
