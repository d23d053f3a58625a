// Package loadbalancing holds the checks of Cloud Load Balancing, one to a file.
package loadbalancing

import (
	"demarc/checks"
	"demarc/providers/gcp/loadbalancing"
)

// All lists the package's checks.
var All = []*checks.Check{
	BackendCloudArmor,
	BackendLogging,
	ProxySSLPolicy,
}

// application reports whether a backend service is one of an Application Load
// Balancer, which speaks HTTP; of one that faces the internet, unless internal
// ones count too. Where that could not be read it reports false.
func application(p *checks.Probe, b *loadbalancing.BackendService, internal bool) bool {
	scheme, ok := b.Scheme.Get(p)
	protocol, known := b.Protocol.Get(p)
	if !ok || !known {
		return false
	}
	switch protocol {
	case "HTTP", "HTTPS", "HTTP2", "H2C", "GRPC":
	default:
		p.Skipf("the backend service speaks %s, and belongs to no Application Load Balancer", protocol)
		return false
	}
	switch scheme {
	case "EXTERNAL", "EXTERNAL_MANAGED":
		return true
	case "INTERNAL_MANAGED":
		if !internal {
			p.Skipf("the load balancer is an internal one")
		}
		return internal
	}
	p.Skipf("the backend service belongs to no Application Load Balancer, by the scheme %s", scheme)
	return false
}
