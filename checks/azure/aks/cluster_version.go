package aks

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterVersion asks that clusters run a version that is supported.
var ClusterVersion = &checks.Check{
	ID:       "azure-aks-cluster-version",
	Title:    "Clusters and their nodes run a supported version of Kubernetes",
	Why:      "A version that AKS no longer supports gets no fixes, and Microsoft helps with it no longer.",
	Severity: checks.High,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Upgrades > Upgrade, then each node pool; or the support plan for long-term support.",
		CLI:       "az aks upgrade --resource-group <group> --name <cluster> --kubernetes-version <version>",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  kubernetes_version = \"<version>\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions",
	Needs: []inventory.Source{aks.Clusters, aks.LocationVersions},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		supported := inventory.Then(aks.Locations.ByID(p.Inv, "", aks.LocationOf(c)), func(l *aks.Location) inventory.Known[[]aks.Version] {
			if l == nil {
				return inventory.Missing[[]aks.Version](inventory.Gap{Reason: inventory.Failed, Where: "the supported versions in " + c.Region})
			}
			return l.Versions
		})
		judge := func(what string, version inventory.Known[string]) {
			v, ok := version.Get(p)
			if !ok {
				return
			}
			if good, ok := covers(supported, c.SupportPlan, minor(v)).Get(p); ok && !good {
				p.Evidence(what, v)
				p.Failf("%s: AKS does not support %s under the cluster's support plan", what, v)
			}
		}
		judge("control plane", c.Version)
		pools, _ := c.Pools.Get(p)
		for _, pool := range pools {
			judge("node pool "+pool.Name, pool.Version)
		}
	}),
}

// covers reports whether a minor version is among those that are supported
// under a plan. Long-term support holds for what the other plan covers, too.
func covers(all inventory.Known[[]aks.Version], plan inventory.Known[string], version string) inventory.Known[bool] {
	if version == "" {
		return inventory.Unanswered[bool]("", "a version of Kubernetes")
	}
	return inventory.Then(all, func(all []aks.Version) inventory.Known[bool] {
		at := slices.IndexFunc(all, func(v aks.Version) bool { return minor(v.Minor) == version })
		if at < 0 {
			return inventory.Of(false)
		}
		has := func(name string) inventory.Known[bool] {
			return inventory.Map(all[at].Plans, func(plans []string) bool { return oneOf(name, plans) })
		}
		long := inventory.Map(plan, func(s string) bool { return strings.EqualFold(s, "AKSLongTermSupport") })
		return inventory.Or(has("KubernetesOfficial"), inventory.And(long, has("AKSLongTermSupport")))
	})
}

// minor is the first two parts of a version; "" where it has not as many.
func minor(version string) string {
	parts := strings.SplitN(version, ".", 3)
	if len(parts) < 2 {
		return ""
	}
	return parts[0] + "." + parts[1]
}
