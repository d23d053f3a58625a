package network

import (
	"encoding/json"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A LoadBalancer is a load balancer of the fourth layer.
type LoadBalancer struct {
	inventory.Resource
	SKU inventory.Known[string] // "Basic", "Standard", "Gateway"
}

// A BastionHost is a way into virtual machines without public addresses. Those
// of the tenant's other subscriptions are listed too: a host serves networks
// that are peered with its own.
type BastionHost struct {
	inventory.Resource
	Networks       inventory.Known[[]string] // full ids of the virtual networks that it is in
	ShareableLinks inventory.Known[bool]
}

// A PrivateEndpoint is an interface of a service in a virtual network.
type PrivateEndpoint struct {
	inventory.Resource
	States inventory.Known[[]string] // of its connections: "Approved", "Pending", "Rejected", "Disconnected"
}

// A Firewall is an Azure Firewall.
type Firewall struct {
	inventory.Resource
	ThreatIntel inventory.Known[string] // "Off", "Alert", "Deny"; holds where it has no policy
	Policy      inventory.Known[string] // full id; "" where none
}

// A FirewallPolicy holds the settings of firewalls.
type FirewallPolicy struct {
	inventory.Resource
	ThreatIntel inventory.Known[string]
}

var balancerQuery = azure.Resources("Resources", "microsoft.network/loadbalancers")

// LoadBalancers lists the load balancers of a subscription.
var LoadBalancers = &inventory.Type[LoadBalancer]{
	Kind: "azure.network.LoadBalancer", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: uses(balancerQuery),
	List: azure.List(balancerQuery, func(r inventory.Resource, row azure.Row, _ struct{}) *LoadBalancer {
		return &LoadBalancer{r, inventory.FromPtr(skuOf(row).Name, inventory.Unanswered[string]("Resource Graph microsoft.network/loadbalancers", "sku.name"))}
	}),
}

type bastionProperties struct {
	Links          *bool `json:"enableShareableLink"`
	Network        *ref  `json:"virtualNetwork"` // of the Developer SKU
	Configurations []struct {
		Properties struct {
			Subnet *ref `json:"subnet"`
		} `json:"properties"`
	} `json:"ipConfigurations"`
}

var bastionQuery = azure.Resources("Resources", "microsoft.network/bastionhosts")

// BastionHosts lists the bastion hosts of the tenant.
var BastionHosts = &inventory.Type[BastionHost]{
	Kind: "azure.network.BastionHost", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(bastionQuery),
	List: acrossTenant(bastionQuery, func(r inventory.Resource, _ azure.Row, p bastionProperties) *BastionHost {
		const asked = "Resource Graph microsoft.network/bastionhosts"
		networks := []inventory.Known[string]{refer(p.Network, asked, "virtualNetwork")}
		for _, c := range p.Configurations {
			networks = append(networks, inventory.Map(always(c.Properties.Subnet, asked, "ipConfigurations.subnet"), func(id string) string {
				network, _, _ := strings.Cut(id, "/subnets/")
				return network
			}))
		}
		b := &BastionHost{
			Resource: r, Networks: listed(networks),
			ShareableLinks: inventory.FromPtr(p.Links, inventory.Of(false)), // "Bastion Hosts - Get", enableShareableLink: default false
		}
		if p.Network == nil && len(p.Configurations) == 0 { // every host is in a network
			b.Networks, b.ShareableLinks = inventory.Unanswered[[]string](asked, "ipConfigurations"), inventory.Unanswered[bool](asked, "properties")
		}
		return b
	}),
}

type connection struct {
	Properties struct {
		State *struct {
			Status *string `json:"status"`
		} `json:"privateLinkServiceConnectionState"`
	} `json:"properties"`
}

var endpointQuery = azure.Resources("Resources", "microsoft.network/privateendpoints")

// PrivateEndpoints lists the private endpoints of a subscription.
var PrivateEndpoints = &inventory.Type[PrivateEndpoint]{
	Kind: "azure.network.PrivateEndpoint", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(endpointQuery),
	List: azure.List(endpointQuery, func(r inventory.Resource, _ azure.Row, p struct {
		Automatic []connection `json:"privateLinkServiceConnections"`
		Manual    []connection `json:"manualPrivateLinkServiceConnections"`
	}) *PrivateEndpoint {
		e := &PrivateEndpoint{Resource: r}
		// A connection is among those that need the owner's consent, or among the
		// others; each endpoint has one ("Private Endpoints - Get").
		states, all := []string{}, append(p.Automatic, p.Manual...)
		if len(all) == 0 {
			e.States = inventory.Unanswered[[]string]("Resource Graph microsoft.network/privateendpoints", "privateLinkServiceConnections")
			return e
		}
		for _, c := range all {
			if c.Properties.State == nil || c.Properties.State.Status == nil {
				e.States = inventory.Unanswered[[]string]("Resource Graph microsoft.network/privateendpoints", "the state of a connection")
				return e
			}
			states = append(states, *c.Properties.State.Status)
		}
		e.States = inventory.Of(states)
		return e
	}),
}

var (
	firewallQuery = azure.Resources("Resources", "microsoft.network/azurefirewalls")
	policyQuery   = azure.Resources("Resources", "microsoft.network/firewallpolicies")
)

const askedFirewalls = "Resource Graph microsoft.network/azurefirewalls"

// Firewalls lists the Azure Firewalls of a subscription.
var Firewalls = &inventory.Type[Firewall]{
	Kind: "azure.network.Firewall", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(firewallQuery),
	List: azure.List(firewallQuery, func(r inventory.Resource, _ azure.Row, p struct {
		ThreatIntel *string `json:"threatIntelMode"`
		Policy      *ref    `json:"firewallPolicy"`
	}) *Firewall {
		return &Firewall{
			Resource: r, Policy: refer(p.Policy, askedFirewalls, "firewallPolicy"), // "Azure Firewalls - Get": optional, left out where there is none
			ThreatIntel: inventory.FromPtr(p.ThreatIntel, inventory.Unanswered[string](askedFirewalls, "threatIntelMode")),
		}
	}),
}

// FirewallPolicies lists the firewall policies of the tenant.
var FirewallPolicies = &inventory.Type[FirewallPolicy]{
	Kind: "azure.network.FirewallPolicy", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(policyQuery),
	List: acrossTenant(policyQuery, func(r inventory.Resource, _ azure.Row, p struct {
		ThreatIntel *string `json:"threatIntelMode"`
	}) *FirewallPolicy {
		return &FirewallPolicy{r, inventory.FromPtr(p.ThreatIntel, inventory.Unanswered[string]("Resource Graph microsoft.network/firewallpolicies", "threatIntelMode"))}
	}),
}

// decode reads a row's properties; what cannot be read is as if left out.
func decode[P any](row azure.Row) (p P, ok bool) {
	if len(row.Properties) == 0 {
		return p, true
	}
	return p, json.Unmarshal(row.Properties, &p) == nil
}
