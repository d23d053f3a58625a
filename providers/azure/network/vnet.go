package network

import (
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A VirtualNetwork is a virtual network.
type VirtualNetwork struct {
	inventory.Resource
	DDoSProtection inventory.Known[bool]
	Subnets        inventory.Known[[]string] // full ids
	Peers          inventory.Known[[]string] // full ids of the networks at the other ends of its peerings
}

// A Subnet is a subnet of a virtual network.
type Subnet struct {
	inventory.Resource
	Network       string                  // full id of the virtual network
	SecurityGroup inventory.Known[string] // full id; "" where none
}

// A Location is a region of a subscription in which it has virtual networks.
type Location struct {
	inventory.Resource
}

type networkProperties struct {
	EnableDDoSProtection *bool          `json:"enableDdosProtection"`
	Subnets              *[]subnetEntry `json:"subnets"`
	Peerings             []struct {
		Properties struct {
			Remote *ref `json:"remoteVirtualNetwork"`
		} `json:"properties"`
	} `json:"virtualNetworkPeerings"`
}

type subnetEntry struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Properties *struct {
		SecurityGroup *ref `json:"networkSecurityGroup"`
	} `json:"properties"`
}

const askedNetworks = "Resource Graph microsoft.network/virtualnetworks"

var networkQuery = azure.Resources("Resources", "microsoft.network/virtualnetworks")

// VirtualNetworks lists the virtual networks of a subscription.
var VirtualNetworks = &inventory.Type[VirtualNetwork]{
	Kind: "azure.network.VirtualNetwork", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(networkQuery),
	List: azure.List(networkQuery, func(r inventory.Resource, _ azure.Row, p networkProperties) *VirtualNetwork {
		v := &VirtualNetwork{
			Resource: r,
			// "Virtual Networks - Get", enableDdosProtection: default false.
			DDoSProtection: inventory.FromPtr(p.EnableDDoSProtection, inventory.Of(false)),
			Subnets:        inventory.Unanswered[[]string](askedNetworks, "subnets"),
		}
		if p.Subnets != nil {
			ids := []string{}
			for _, s := range *p.Subnets {
				ids = append(ids, strings.ToLower(s.ID))
			}
			v.Subnets = inventory.Of(ids)
		}
		peers := []string{} // a network without peerings has an empty list, or none
		for _, e := range p.Peerings {
			if id := idOf(e.Properties.Remote); id != "" {
				peers = append(peers, id)
			}
		}
		v.Peers = inventory.Of(peers)
		return v
	}),
}

// Subnets lists the subnets of a subscription's virtual networks.
var Subnets = &inventory.Type[Subnet]{
	Kind: "azure.network.Subnet", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(networkQuery),
	List: flat(networkQuery, func(r inventory.Resource, _ azure.Row, p networkProperties) (all []*Subnet) {
		if p.Subnets == nil {
			return nil
		}
		for _, e := range *p.Subnets {
			s := &Subnet{
				Resource: inventory.Resource{
					ID: e.Name, Name: r.ID + "/" + e.Name, Full: strings.ToLower(e.ID), Account: r.Account, Region: r.Region,
					Tags: inventory.Of[map[string]string](nil), // subnets take no tags
				},
				Network:       r.Full,
				SecurityGroup: inventory.Unanswered[string](askedNetworks, "a subnet's properties"),
			}
			if e.Properties != nil {
				s.SecurityGroup = inventory.Of(idOf(e.Properties.SecurityGroup)) // left out where there is none
			}
			all = append(all, s)
		}
		return all
	}),
}

// Locations lists the regions in which a subscription has virtual networks.
// One row stands for all networks of a region: they have the same full id.
var Locations = &inventory.Type[Location]{
	Kind: "azure.network.Location", Level: inventory.AtAccount, Model: inventory.Account, Uses: uses(networkQuery),
	List: azure.List(networkQuery, func(r inventory.Resource, _ azure.Row, _ networkProperties) *Location {
		return &Location{inventory.Resource{
			ID: r.Region, Full: "/subscriptions/" + r.Account + "/locations/" + r.Region, Account: r.Account, Region: r.Region,
			Tags: inventory.Of[map[string]string](nil), // a region takes no tags
		}}
	}),
}
