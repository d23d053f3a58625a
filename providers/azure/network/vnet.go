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
			Resource: r, DDoSProtection: inventory.Unanswered[bool](askedNetworks, "properties"),
			Subnets: inventory.Unanswered[[]string](askedNetworks, "subnets"), Peers: inventory.Unanswered[[]string](askedNetworks, "properties"),
		}
		if p.Subnets == nil { // a network without subnets has an empty list
			return v
		}
		// "Virtual Networks - Get", enableDdosProtection: default false.
		v.DDoSProtection = inventory.FromPtr(p.EnableDDoSProtection, inventory.Of(false))
		subnets, peers := []inventory.Known[string]{}, []inventory.Known[string]{} // a network without peerings has an empty list of them, or none
		for _, s := range *p.Subnets {
			subnets = append(subnets, always(&ref{s.ID}, askedNetworks, "subnets"))
		}
		for _, e := range p.Peerings {
			peers = append(peers, always(e.Properties.Remote, askedNetworks, "remoteVirtualNetwork"))
		}
		v.Subnets, v.Peers = listed(subnets), listed(peers)
		return v
	}),
}

// Subnets lists the subnets of a subscription's virtual networks.
var Subnets = &inventory.Type[Subnet]{
	Kind: "azure.network.Subnet", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(networkQuery),
	List: flat(networkQuery, func(r inventory.Resource, p networkProperties) (all []*Subnet, err error) {
		if p.Subnets == nil {
			return nil, &azure.CallError{Operation: askedNetworks, Err: azure.ErrNoList}
		}
		for _, e := range *p.Subnets {
			if e.ID == "" {
				return all, &azure.CallError{Operation: askedNetworks, Err: azure.ErrUnnamed}
			}
			s := &Subnet{
				Resource: inventory.Resource{
					ID: e.Name, Name: r.ID + "/" + e.Name, Full: strings.ToLower(e.ID), Account: r.Account, Region: r.Region,
					Tags: inventory.Of[map[string]string](nil), // subnets take no tags
				},
				Network:       r.Full,
				SecurityGroup: inventory.Unanswered[string](askedNetworks, "a subnet's properties"),
			}
			if e.Properties != nil {
				// "Subnets - Get", networkSecurityGroup: optional, left out where there is none.
				s.SecurityGroup = refer(e.Properties.SecurityGroup, askedNetworks, "networkSecurityGroup")
			}
			all = append(all, s)
		}
		return all, nil
	}),
}

// Locations lists the regions in which a subscription has virtual networks.
// One row stands for all networks of a region: they have the same full id.
var Locations = &inventory.Type[Location]{
	Kind: "azure.network.Location", Level: inventory.AtAccount, Model: inventory.Account, Uses: uses(networkQuery),
	List: flat(networkQuery, func(r inventory.Resource, _ networkProperties) ([]*Location, error) {
		if r.Region == "" {
			return nil, &azure.CallError{Operation: askedNetworks, Err: azure.ErrUnnamed}
		}
		return []*Location{{inventory.Resource{
			ID: r.Region, Full: "/subscriptions/" + r.Account + "/locations/" + r.Region, Account: r.Account, Region: r.Region,
			Tags: inventory.Of[map[string]string](nil), // a region takes no tags
		}}}, nil
	}),
}
