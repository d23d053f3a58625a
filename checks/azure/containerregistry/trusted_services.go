package containerregistry

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

// TrustedServices asks that Azure's own services get past the network rules.
var TrustedServices = &checks.Check{
	ID:       "azure-containerregistry-trusted-services",
	Title:    "Registries that are closed to public networks let trusted services in",
	Why:      "Otherwise Defender for Cloud cannot scan the images, and nobody hears of their vulnerabilities.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Container registries > the registry > Settings > Networking > Public access > Firewall exception: Allow trusted Microsoft services.",
		CLI:       "az acr update --name <registry> --allow-trusted-services true",
		Terraform: "resource \"azurerm_container_registry\" \"example\" {\n  sku                        = \"Premium\"\n  network_rule_bypass_option = \"AzureServices\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/container-registry/allow-access-trusted-services",
	Needs: []inventory.Source{containerregistry.Registries},
	Run: each(func(p *checks.Probe, r *containerregistry.Registry) {
		closed, ok := restricted(r).Get(p)
		if ok && !closed {
			p.Skipf("the registry is open to all networks")
		}
		if !ok || !closed {
			return
		}
		if who, ok := r.TrustedServices.Get(p); ok && strings.EqualFold(who, "None") {
			p.Evidence("networkRuleBypassOptions", who)
			p.Failf("the network rules keep trusted services of Azure out, Defender's scanner among them")
		}
	}),
}
