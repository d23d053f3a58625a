// Package gke holds the checks of Google Kubernetes Engine, one to a file.
package gke

import (
	"demarc/checks"
	"demarc/providers/gcp/gke"
)

// All lists the package's checks.
var All = []*checks.Check{
	AuthorizedNetworks,
	BinaryAuthorization,
	ClientCertificate,
	LegacyABAC,
	NetworkPolicy,
	NodeAutoUpgrade,
	NodeServiceAccount,
	PrivateEndpoint,
	PrivateNodes,
	ReleaseChannel,
	SecretsEncryption,
	ShieldedNodes,
	WorkloadIdentity,
}

// each looks at every cluster that is there to be judged.
func each(look func(*checks.Probe, *gke.Cluster)) checks.Run {
	return checks.Each(gke.Clusters, func(p *checks.Probe, c *gke.Cluster) {
		switch status, ok := c.Status.Get(p); {
		case !ok:
		case status == "STOPPING":
			p.Skipf("the cluster is being deleted")
		case status == "PROVISIONING":
			p.Skipf("the cluster is being created")
		default:
			look(p, c)
		}
	})
}
