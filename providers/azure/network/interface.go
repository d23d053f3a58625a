package network

import (
	"encoding/json"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// An Interface is a network interface. Those of scale sets are not listed.
type Interface struct {
	inventory.Resource
	Forwarding    inventory.Known[bool]     // whether it takes packets that are not for its own address
	SecurityGroup inventory.Known[string]   // full id; "" where none
	Machine       inventory.Known[string]   // full id of the virtual machine; "" where none
	PublicIPs     inventory.Known[[]string] // full ids
	Subnets       inventory.Known[[]string] // full ids
	NATRules      inventory.Known[[]string] // full ids of load balancers' inbound NAT rules that lead to it
}

// A PublicIP is a public address.
type PublicIP struct {
	inventory.Resource
	SKU      inventory.Known[string] // "Basic", "Standard", "StandardV2"
	Attached inventory.Known[bool]   // to an interface, a load balancer, a gateway
	DNSLabel inventory.Known[string]
}

type interfaceProperties struct {
	Forwarding     *bool `json:"enableIPForwarding"`
	SecurityGroup  *ref  `json:"networkSecurityGroup"`
	Machine        *ref  `json:"virtualMachine"`
	Configurations *[]struct {
		Properties struct {
			Subnet   *ref  `json:"subnet"`
			PublicIP *ref  `json:"publicIPAddress"`
			NATRules []ref `json:"loadBalancerInboundNatRules"`
		} `json:"properties"`
	} `json:"ipConfigurations"`
}

var interfaceQuery = azure.Resources("Resources", "microsoft.network/networkinterfaces")

// Interfaces lists the network interfaces of a subscription.
var Interfaces = &inventory.Type[Interface]{
	Kind: "azure.network.Interface", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(interfaceQuery),
	List: azure.List(interfaceQuery, func(r inventory.Resource, _ azure.Row, p interfaceProperties) *Interface {
		const asked = "Resource Graph microsoft.network/networkinterfaces"
		n := &Interface{
			Resource:   r,
			Forwarding: inventory.FromPtr(p.Forwarding, inventory.Unanswered[bool](asked, "enableIPForwarding")),
			// References are left out of the answer where there is nothing to refer to.
			SecurityGroup: inventory.Of(idOf(p.SecurityGroup)),
			Machine:       inventory.Of(idOf(p.Machine)),
			PublicIPs:     inventory.Unanswered[[]string](asked, "ipConfigurations"),
			Subnets:       inventory.Unanswered[[]string](asked, "ipConfigurations"),
			NATRules:      inventory.Unanswered[[]string](asked, "ipConfigurations"),
		}
		if p.Configurations != nil {
			addresses, subnets, rules := []string{}, []string{}, []string{}
			for _, c := range *p.Configurations {
				addresses = appendID(addresses, c.Properties.PublicIP)
				subnets = appendID(subnets, c.Properties.Subnet)
				for _, rule := range c.Properties.NATRules {
					rules = appendID(rules, &rule)
				}
			}
			n.PublicIPs, n.Subnets, n.NATRules = inventory.Of(addresses), inventory.Of(subnets), inventory.Of(rules)
		}
		return n
	}),
}

func appendID(ids []string, r *ref) []string {
	if id := idOf(r); id != "" {
		return append(ids, id)
	}
	return ids
}

// InterfacesOf finds interfaces by the id of their virtual machine.
var InterfacesOf = &inventory.Index[Interface]{
	Of: Interfaces,
	Keys: func(r inventory.Reader, n *Interface) []string {
		if id, ok := n.Machine.Get(r); ok && id != "" {
			return []string{id}
		}
		return nil
	},
}

type sku struct {
	Name *string `json:"name"`
	Tier *string `json:"tier"`
}

// skuOf reads a row's SKU; its parts are nil where it has none.
func skuOf(row azure.Row) (s sku) {
	if len(row.SKU) > 0 && json.Unmarshal(row.SKU, &s) != nil {
		return sku{}
	}
	return s
}

var addressQuery = azure.Resources("Resources", "microsoft.network/publicipaddresses")

// PublicIPs lists the public addresses of a subscription.
var PublicIPs = &inventory.Type[PublicIP]{
	Kind: "azure.network.PublicIP", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(addressQuery),
	List: azure.List(addressQuery, func(r inventory.Resource, row azure.Row, p struct {
		Configuration *ref `json:"ipConfiguration"`
		NATGateway    *ref `json:"natGateway"`
		DNS           *struct {
			Label string `json:"domainNameLabel"`
		} `json:"dnsSettings"`
	}) *PublicIP {
		const asked = "Resource Graph microsoft.network/publicipaddresses"
		a := &PublicIP{
			Resource: r, SKU: inventory.FromPtr(skuOf(row).Name, inventory.Unanswered[string](asked, "sku.name")),
			Attached: inventory.Of(idOf(p.Configuration)+idOf(p.NATGateway) != ""), // left out where it is attached to nothing
			DNSLabel: inventory.Of(""),
		}
		if p.DNS != nil {
			a.DNSLabel = inventory.Of(strings.ToLower(p.DNS.Label))
		}
		return a
	}),
}
