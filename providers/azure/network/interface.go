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
		Properties *struct {
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
			Resource:      r,
			Forwarding:    inventory.FromPtr(p.Forwarding, inventory.Unanswered[bool](asked, "enableIPForwarding")),
			SecurityGroup: inventory.Unanswered[string](asked, "properties"),
			Machine:       inventory.Unanswered[string](asked, "properties"),
			PublicIPs:     inventory.Unanswered[[]string](asked, "ipConfigurations"),
			Subnets:       inventory.Unanswered[[]string](asked, "ipConfigurations"),
			NATRules:      inventory.Unanswered[[]string](asked, "ipConfigurations"),
		}
		if p.Configurations == nil { // every interface has one
			return n
		}
		// "Network Interfaces - Get": networkSecurityGroup, virtualMachine and a
		// configuration's publicIPAddress and loadBalancerInboundNatRules are
		// optional, and left out where there is nothing to refer to.
		n.SecurityGroup = refer(p.SecurityGroup, asked, "networkSecurityGroup")
		n.Machine = refer(p.Machine, asked, "virtualMachine")
		var addresses, subnets, rules []inventory.Known[string]
		for _, c := range *p.Configurations {
			q := c.Properties
			if q == nil {
				return n
			}
			addresses = append(addresses, refer(q.PublicIP, asked, "publicIPAddress"))
			subnets = append(subnets, always(q.Subnet, asked, "subnet"))
			for _, rule := range q.NATRules {
				rules = append(rules, always(&rule, asked, "loadBalancerInboundNatRules"))
			}
		}
		n.PublicIPs, n.Subnets, n.NATRules = listed(addresses), listed(subnets), listed(rules)
		return n
	}),
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
			// "Public IP Addresses - Get": ipConfiguration and natGateway are optional, and left out where it is attached to nothing.
			Attached: inventory.Of(p.Configuration != nil || p.NATGateway != nil),
			DNSLabel: inventory.Of(""),
		}
		if p.DNS != nil {
			a.DNSLabel = inventory.Of(strings.ToLower(p.DNS.Label))
		}
		return a
	}),
}
