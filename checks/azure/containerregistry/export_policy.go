package containerregistry

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

// ExportPolicy asks that closed registries let no artifacts out.
var ExportPolicy = &checks.Check{
	ID:       "azure-containerregistry-export",
	Title:    "Registries that are closed to public networks do not export artifacts",
	Why:      "While export is enabled, whoever may read the registry can import its images into a registry of their own: the network rules do not stop it.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "There is no switch in the portal: use the command line. Public network access must be disabled first.",
		CLI:       "az acr update --name <registry> --allow-exports false --public-network-enabled false",
		Terraform: "resource \"azurerm_container_registry\" \"example\" {\n  sku                           = \"Premium\"\n  export_policy_enabled         = false\n  public_network_access_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/container-registry/data-loss-prevention",
	Needs: []inventory.Source{containerregistry.Registries},
	Run: each(func(p *checks.Probe, r *containerregistry.Registry) {
		// Only a Premium registry that is closed can have exports disabled; that
		// others are open is the finding of another check.
		shut, ok := inventory.Map(r.PublicNetwork, func(s string) bool { return strings.EqualFold(s, "Disabled") }).Get(p)
		if ok && !shut {
			p.Skipf("exports can be disabled only where public network access is")
		}
		if !ok || !shut {
			return
		}
		if status, ok := r.Export.Get(p); ok && !strings.EqualFold(status, "disabled") {
			p.Evidence("exportPolicy", status)
			p.Failf("artifacts can be taken to other registries")
		}
	}),
}
