package containerregistry

import (
	"demarc/checks"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

// AdminUser asks that the shared login is off.
var AdminUser = &checks.Check{
	ID:       "azure-containerregistry-admin-user",
	Title:    "The admin user of registries is disabled",
	Why:      "It is one account with two passwords that everybody shares, may push and pull everything, names nobody in the logs and does not expire.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Container registries > the registry > Settings > Access keys > Admin user: off.",
		CLI:       "az acr update --name <registry> --admin-enabled false",
		Terraform: "resource \"azurerm_container_registry\" \"example\" {\n  admin_enabled = false\n}",
	},
	Aliases: []string{"prowler:containerregistry_admin_user_disabled"},
	Link:    "https://learn.microsoft.com/azure/container-registry/container-registry-authentication",
	Needs:   []inventory.Source{containerregistry.Registries},
	Run: each(func(p *checks.Probe, r *containerregistry.Registry) {
		if on, ok := r.AdminUser.Get(p); ok && on {
			p.Evidence("adminUserEnabled", true)
			p.Failf("the admin user can log in")
		}
	}),
}
