// Package aks collects Azure Kubernetes Service clusters.
package aks

import (
	"encoding/json"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Cluster is a managed cluster.
type Cluster struct {
	inventory.Resource
	State         inventory.Known[string] // of its provisioning
	Version       inventory.Known[string] // of Kubernetes: "1.32.4"
	SupportPlan   inventory.Known[string] // "KubernetesOfficial", "AKSLongTermSupport"
	RBAC          inventory.Known[bool]   // Kubernetes' own
	LocalAccounts inventory.Known[bool]   // whether its static credentials work
	Entra         inventory.Known[string] // "managed", "legacy" (with applications of the customer's) or "none"
	Pools         inventory.Known[[]Pool]

	Private       inventory.Known[bool]     // whether the API server has no public address
	Authorized    inventory.Known[[]string] // ranges of addresses that reach the API server; none: all
	NetworkPolicy inventory.Known[string]   // "none", "azure", "calico", "cilium"
	NetworkPlugin inventory.Known[string]   // "none" where the customer brings one

	UpgradeChannel   inventory.Known[string] // "none", "patch", "stable", "rapid", "node-image"
	NodeOSChannel    inventory.Known[string] // "None", "Unmanaged", "SecurityPatch", "NodeImage"
	Defender         inventory.Known[bool]
	ContainerLogs    inventory.Known[bool]   // Container insights
	Prometheus       inventory.Known[bool]   // Azure Monitor's managed Prometheus
	OIDCIssuer       inventory.Known[bool]   // whether others can check the tokens of its service accounts
	WorkloadIdentity inventory.Known[bool]   // whether pods can have them exchanged for Entra tokens
	DiskEncryption   inventory.Known[string] // full id of the disk encryption set; "" for none
}

// A Pool is a pool of nodes.
type Pool struct {
	Name     string
	PublicIP inventory.Known[bool] // whether each node has an address of its own
	Version  inventory.Known[string]
}

type switched struct {
	Enabled *bool `json:"enabled"`
}

// on reads a part of a cluster that is left out where it was never switched on.
func (s *switched) on(what string) inventory.Known[bool] {
	if s == nil {
		return inventory.Of(false)
	}
	return inventory.FromPtr(s.Enabled, inventory.Unanswered[bool](asked, what+".enabled"))
}

type properties struct {
	State          *string `json:"provisioningState"`
	Version        *string `json:"kubernetesVersion"`
	CurrentVersion *string `json:"currentKubernetesVersion"`
	SupportPlan    *string `json:"supportPlan"`
	RBAC           *bool   `json:"enableRBAC"`
	NoLocal        *bool   `json:"disableLocalAccounts"`
	DiskSet        *string `json:"diskEncryptionSetID"`
	Entra          *struct {
		Managed *bool `json:"managed"`
	} `json:"aadProfile"`
	APIServer struct {
		Private    *bool    `json:"enablePrivateCluster"`
		Authorized []string `json:"authorizedIPRanges"`
	} `json:"apiServerAccessProfile"`
	Pools *[]struct {
		Name           string  `json:"name"`
		PublicIP       *bool   `json:"enableNodePublicIP"`
		Version        *string `json:"orchestratorVersion"`
		CurrentVersion *string `json:"currentOrchestratorVersion"`
	} `json:"agentPoolProfiles"`
	Network *struct {
		Policy *string `json:"networkPolicy"`
		Plugin *string `json:"networkPlugin"`
	} `json:"networkProfile"`
	Upgrades struct {
		Channel *string `json:"upgradeChannel"`
		NodeOS  *string `json:"nodeOSUpgradeChannel"`
	} `json:"autoUpgradeProfile"`
	AddOns  map[string]*switched `json:"addonProfiles"`
	Monitor struct {
		Metrics *switched `json:"metrics"`
	} `json:"azureMonitorProfile"`
	Security struct {
		Defender struct {
			Monitoring *switched `json:"securityMonitoring"`
		} `json:"defender"`
		WorkloadIdentity *switched `json:"workloadIdentity"`
	} `json:"securityProfile"`
	OIDC *switched `json:"oidcIssuerProfile"`
}

const asked = "Resource Graph microsoft.containerservice/managedclusters"

var query = azure.Resources("Resources", "microsoft.containerservice/managedclusters")

// nodesBy says who manages the nodes: AKS Automatic does it itself, patches
// them and replaces them ("What is AKS Automatic?"); else they are the customer's.
func nodesBy(sku json.RawMessage) inventory.Party {
	var kind struct {
		Name string `json:"name"`
	}
	if json.Unmarshal(sku, &kind) == nil && strings.EqualFold(kind.Name, "Automatic") {
		return inventory.ByProvider
	}
	return inventory.ByCustomer
}

// Clusters lists the clusters of a subscription.
var Clusters = &inventory.Type[Cluster]{
	Kind: "azure.aks.Cluster", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, row azure.Row, p properties) *Cluster {
		r.NodesBy = nodesBy(row.SKU)
		c := &Cluster{
			Resource:    r,
			State:       inventory.FromPtr(p.State, inventory.Unanswered[string](asked, "provisioningState")),
			Version:     first(asked, "currentKubernetesVersion", p.CurrentVersion, p.Version),
			SupportPlan: inventory.FromPtr(p.SupportPlan, inventory.Of("KubernetesOfficial")), // "If unspecified, the default is 'KubernetesOfficial'"
			RBAC:        inventory.FromPtr(p.RBAC, inventory.Unanswered[bool](asked, "enableRBAC")),
			// "If set to true, getting static credentials will be disabled": nothing else disables it.
			LocalAccounts: inventory.Map(inventory.FromPtr(p.NoLocal, inventory.Of(false)), func(off bool) bool { return !off }),
			Entra:         p.entra(),
			Pools:         p.pools(),
			// A cluster that was made without these has no API server profile, or an empty one.
			Private:    inventory.FromPtr(p.APIServer.Private, inventory.Of(false)),
			Authorized: inventory.Of(p.APIServer.Authorized),

			NetworkPolicy:  inventory.Unanswered[string](asked, "networkProfile"),
			NetworkPlugin:  inventory.Unanswered[string](asked, "networkProfile"),
			UpgradeChannel: inventory.FromPtr(p.Upgrades.Channel, inventory.Of("none")), // "The default is 'none'"
			// What is done where no channel was chosen has changed with versions of the API.
			NodeOSChannel:    inventory.FromPtr(p.Upgrades.NodeOS, inventory.Unanswered[string](asked, "autoUpgradeProfile.nodeOSUpgradeChannel")),
			Defender:         p.Security.Defender.Monitoring.on("securityProfile.defender.securityMonitoring"),
			ContainerLogs:    inventory.Of(false),
			Prometheus:       p.Monitor.Metrics.on("azureMonitorProfile.metrics"),
			OIDCIssuer:       p.OIDC.on("oidcIssuerProfile"),
			WorkloadIdentity: p.Security.WorkloadIdentity.on("securityProfile.workloadIdentity"),
			DiskEncryption:   inventory.Map(inventory.FromPtr(p.DiskSet, inventory.Of("")), strings.ToLower), // left out where there is none
		}
		if n := p.Network; n != nil {
			c.NetworkPolicy = inventory.FromPtr(n.Policy, inventory.Of("none")) // "the default value when NetworkPolicy is not specified"
			c.NetworkPlugin = inventory.FromPtr(n.Plugin, inventory.Unanswered[string](asked, "networkProfile.networkPlugin"))
		}
		for name, a := range p.AddOns {
			if strings.EqualFold(name, "omsagent") { // add-ons' names come in whatever case
				c.ContainerLogs = a.on("addonProfiles.omsagent")
			}
		}
		return c
	}),
}

func (p properties) entra() inventory.Known[string] {
	if p.Entra == nil { // left out where the cluster knows no Entra users
		return inventory.Of("none")
	}
	return inventory.Map(inventory.FromPtr(p.Entra.Managed, inventory.Unanswered[bool](asked, "aadProfile.managed")), func(managed bool) string {
		if managed {
			return "managed"
		}
		return "legacy"
	})
}

func (p properties) pools() inventory.Known[[]Pool] {
	if p.Pools == nil {
		return inventory.Unanswered[[]Pool](asked, "agentPoolProfiles")
	}
	all := []Pool{}
	for _, j := range *p.Pools {
		all = append(all, Pool{
			Name:     j.Name,
			PublicIP: inventory.FromPtr(j.PublicIP, inventory.Of(false)), // "The default is false"
			Version:  first(asked, "agentPoolProfiles.currentOrchestratorVersion", j.CurrentVersion, j.Version),
		})
	}
	return inventory.Of(all)
}

// first is the first of two properties that the answer holds.
func first(call, what string, a, b *string) inventory.Known[string] {
	return inventory.FromPtr(a, inventory.FromPtr(b, inventory.Unanswered[string](call, what)))
}
