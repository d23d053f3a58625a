package containerregistry

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

// Retention asks that old manifests have an end, or deleted ones a way back.
var Retention = &checks.Check{
	ID:       "azure-containerregistry-retention",
	Title:    "Premium registries have a policy for untagged or deleted images",
	Why:      "Without one, images that lost their tag stay and can be pulled with every flaw that they had, and images that are deleted by mistake are gone at once. The two policies exclude each other.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Container registries > the registry > Policies > Retention, or Soft delete (preview): Enabled.",
		CLI:       "az acr config retention update --registry <registry> --status enabled --days 30 --type UntaggedManifests",
		Terraform: "resource \"azurerm_container_registry\" \"example\" {\n  sku                      = \"Premium\"\n  retention_policy_in_days = 30\n}",
	},
	Link:  "https://learn.microsoft.com/azure/container-registry/container-registry-retention-policy",
	Needs: []inventory.Source{containerregistry.Registries, containerregistry.RegistryPreview},
	Run: each(func(p *checks.Probe, r *containerregistry.Registry) {
		sku, ok := r.SKU.Get(p)
		if ok && !strings.EqualFold(sku, "Premium") {
			p.Skipf("%s registries have no retention policy", sku)
		}
		if !ok || !strings.EqualFold(sku, "Premium") {
			return
		}
		enabled := func(s string) bool { return strings.EqualFold(s, "enabled") }
		soft := inventory.Then(r.Preview, func(v containerregistry.Preview) inventory.Known[bool] { return inventory.Map(v.SoftDelete, enabled) })
		if either, ok := inventory.Or(inventory.Map(r.Retention, enabled), soft).Get(p); ok && !either {
			p.Evidence("retentionPolicy", "disabled")
			p.Evidence("softDeletePolicy", "disabled")
			p.Failf("untagged images are kept for ever, and deleted ones cannot be had back")
		}
	}),
}
