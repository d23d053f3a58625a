// Package containerregistry holds the checks of Azure Container Registry, one to a file.
package containerregistry

import (
	"demarc/checks"
	"demarc/checks/azure/lifecycle"
	"demarc/providers/azure/containerregistry"
)

// All lists the package's checks.
var All = []*checks.Check{
	AdminUser,
	AnonymousPull,
	ExportPolicy,
	PrivateEndpoint,
	PublicAccess,
	Retention,
	TrustedServices,
}

// each looks at every registry that is there to be judged.
func each(look func(*checks.Probe, *containerregistry.Registry)) checks.Run {
	return checks.Each(containerregistry.Registries, func(p *checks.Probe, r *containerregistry.Registry) {
		if lifecycle.Settled(p, r.State) {
			look(p, r)
		}
	})
}
