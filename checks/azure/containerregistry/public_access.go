package containerregistry

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/access"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

// PublicAccess asks that registries are not open to all networks.
var PublicAccess = &checks.Check{
	ID:       "azure-containerregistry-public-access",
	Title:    "Registries cannot be reached from all networks",
	Why:      "Open to the internet, a leaked token or password is all that it takes to pull your images, or to push others in their place.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Container registries > the registry > Settings > Networking > Public access: Disabled, or Selected networks with the addresses that you know. It takes the Premium plan.",
		CLI:       "az acr update --name <registry> --sku Premium --public-network-enabled false",
		Terraform: "resource \"azurerm_container_registry\" \"example\" {\n  sku                           = \"Premium\"\n  public_network_access_enabled = false\n}",
	},
	Aliases: []string{"prowler:containerregistry_not_publicly_accessible"},
	Link:    "https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks",
	Needs:   []inventory.Source{containerregistry.Registries},
	Run: each(func(p *checks.Probe, r *containerregistry.Registry) {
		closed, ok := restricted(r).Get(p)
		if !ok || closed {
			return
		}
		// Only Premium has network rules and can be closed: the upgrade is the fix.
		if sku, ok := r.SKU.Peek(); ok {
			p.Evidence("sku", sku)
		}
		if access, ok := r.PublicNetwork.Peek(); ok {
			p.Evidence("publicNetworkAccess", access)
		}
		if action, ok := r.DefaultAction.Peek(); ok {
			p.Evidence("defaultAction", action)
		}
		p.Failf("the registry can be reached from all networks")
	}),
}

// restricted reports whether a registry keeps out whoever is on a network that
// it does not know: public access is disabled, or selects who may come.
func restricted(r *containerregistry.Registry) inventory.Known[bool] {
	disabled := inventory.Then(r.PublicNetwork, func(s string) inventory.Known[bool] {
		if !strings.EqualFold(s, "Enabled") && !strings.EqualFold(s, "Disabled") {
			return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "what the public network access " + s + " is"})
		}
		return inventory.Of(strings.EqualFold(s, "Disabled"))
	})
	deny := inventory.Map(r.DefaultAction, func(s string) bool { return strings.EqualFold(s, "Deny") })
	some := inventory.Map(r.Ranges, func(ranges []string) bool { return !access.Internet(ranges) })
	return inventory.Or(disabled, inventory.And(deny, some))
}
