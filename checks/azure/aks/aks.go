// Package aks holds the checks of Azure Kubernetes Service, one to a file.
package aks

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/azure/lifecycle"
	"demarc/providers/azure/aks"
)

// All lists the package's checks.
var All = []*checks.Check{
	ClusterAuthorizedRanges,
	ClusterDefender,
	ClusterDisks,
	ClusterEntra,
	ClusterLocalAccounts,
	ClusterMonitor,
	ClusterNetworkPolicy,
	ClusterPrivate,
	ClusterRBAC,
	ClusterUpgrade,
	ClusterVersion,
	ClusterWorkloadIdentity,
	NodeOSUpgrade,
	NodePublicIP,
}

// each looks at every cluster that is there to be judged.
func each(look func(*checks.Probe, *aks.Cluster)) checks.Run {
	return checks.Each(aks.Clusters, func(p *checks.Probe, c *aks.Cluster) {
		if lifecycle.Settled(p, c.State) {
			look(p, c)
		}
	})
}

// oneOf reports whether a name is among some, in whatever case.
func oneOf(name string, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}
