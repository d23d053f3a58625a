// Package aisearch holds the checks of Azure AI Search, one to a file.
package aisearch

import (
	"demarc/checks"
	"demarc/checks/azure/lifecycle"
	"demarc/providers/azure/aisearch"
)

// All lists the package's checks.
var All = []*checks.Check{
	LocalAuth,
	PrivateEndpoint,
	PublicAccess,
}

// each looks at every service that is there to be judged.
func each(look func(*checks.Probe, *aisearch.Service)) checks.Run {
	return checks.Each(aisearch.Services, func(p *checks.Probe, s *aisearch.Service) {
		if lifecycle.Settled(p, s.Status) {
			look(p, s)
		}
	})
}
