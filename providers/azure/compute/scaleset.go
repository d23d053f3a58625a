package compute

import (
	"encoding/json"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A ScaleSet is a virtual machine scale set.
type ScaleSet struct {
	inventory.Resource
	Profile                                  // of the machines that it makes
	Modelled           inventory.Known[bool] // whether it has a model for machines; a flexible one can do without
	Capacity           inventory.Known[int]
	Balanced           inventory.Known[bool] // its machines are behind a load balancer or an application gateway
	PublicIPs          inventory.Known[bool] // each machine gets a public address
	AutomaticOSUpgrade inventory.Known[bool]
	ManagedBy          inventory.Known[string] // the service that keeps it: "AKS"; "" where people do
}

type scaleSetProperties struct {
	Mode    *string `json:"orchestrationMode"` // "Uniform", "Flexible"
	Upgrade *struct {
		Automatic *struct {
			On *bool `json:"enableAutomaticOSUpgrade"`
		} `json:"automaticOSUpgradePolicy"`
	} `json:"upgradePolicy"`
	Machines *struct {
		OS       *osProfile       `json:"osProfile"`
		Security *securityProfile `json:"securityProfile"`
		Storage  *storageProfile  `json:"storageProfile"`
		Network  *struct {
			Interfaces []scaleSetInterface `json:"networkInterfaceConfigurations"`
		} `json:"networkProfile"`
	} `json:"virtualMachineProfile"`
}

type scaleSetInterface struct {
	Properties struct {
		Configurations []struct {
			Properties *struct {
				Pools    []ref     `json:"loadBalancerBackendAddressPools"`
				Gateways []ref     `json:"applicationGatewayBackendAddressPools"`
				Public   *struct{} `json:"publicIPAddressConfiguration"`
			} `json:"properties"`
		} `json:"ipConfigurations"`
	} `json:"properties"`
}

var scaleSetQuery = azure.Resources("Resources", "microsoft.compute/virtualmachinescalesets")

// ScaleSets lists the scale sets of a subscription.
var ScaleSets = &inventory.Type[ScaleSet]{
	Kind: "azure.compute.ScaleSet", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: uses(scaleSetQuery),
	List: azure.List(scaleSetQuery, func(r inventory.Resource, row azure.Row, p scaleSetProperties) *ScaleSet {
		const asked = "Resource Graph microsoft.compute/virtualmachinescalesets"
		s := &ScaleSet{
			Resource:           r,
			Modelled:           modelled(asked, p),
			Capacity:           inventory.Unanswered[int](asked, "sku.capacity"),
			Balanced:           inventory.Unanswered[bool](asked, "networkProfile"),
			PublicIPs:          inventory.Unanswered[bool](asked, "networkProfile"),
			AutomaticOSUpgrade: inventory.Of(false), // "Virtual Machine Scale Sets - Get", enableAutomaticOSUpgrade: default false
			ManagedBy:          inventory.Of(""),
			Profile:            profileOf(asked, nil, nil, nil), // of no account where there is no model
		}
		for tag := range row.Tags {
			if strings.HasPrefix(strings.ToLower(tag), "aks-managed-") {
				s.ManagedBy = inventory.Of("AKS")
			}
		}
		var sku struct {
			Capacity *int `json:"capacity"`
		}
		if len(row.SKU) > 0 && json.Unmarshal(row.SKU, &sku) == nil {
			s.Capacity = inventory.FromPtr(sku.Capacity, s.Capacity)
		}
		if u := p.Upgrade; u != nil && u.Automatic != nil {
			s.AutomaticOSUpgrade = inventory.FromPtr(u.Automatic.On, s.AutomaticOSUpgrade)
		}
		m := p.Machines
		if m == nil {
			return s
		}
		s.Profile = profileOf(asked, m.OS, m.Security, m.Storage)
		if m.Network != nil && len(m.Network.Interfaces) > 0 {
			s.Balanced, s.PublicIPs = reached(asked, m.Network.Interfaces)
		}
		return s
	}),
}

// modelled follows "Virtual Machine Scale Sets - Get": only one of flexible
// orchestration may do without virtualMachineProfile.
func modelled(asked string, p scaleSetProperties) inventory.Known[bool] {
	if p.Machines == nil && (p.Mode == nil || !strings.EqualFold(*p.Mode, "Flexible")) {
		return inventory.Unanswered[bool](asked, "virtualMachineProfile")
	}
	return inventory.Of(p.Machines != nil)
}

// reached reports whether the machines are in a backend pool, and whether each
// gets a public address. By the reference an interface has ipConfigurations;
// of these, publicIPAddressConfiguration and the pools are optional.
func reached(asked string, all []scaleSetInterface) (balanced, public inventory.Known[bool]) {
	var pools, addresses []inventory.Known[bool]
	for _, n := range all {
		if len(n.Properties.Configurations) == 0 {
			unsaid := inventory.Unanswered[bool](asked, "ipConfigurations")
			pools, addresses = append(pools, unsaid), append(addresses, unsaid)
		}
		for _, c := range n.Properties.Configurations {
			if c.Properties == nil {
				unsaid := inventory.Unanswered[bool](asked, "ipConfigurations.properties")
				pools, addresses = append(pools, unsaid), append(addresses, unsaid)
				continue
			}
			pools = append(pools, inventory.Of(len(c.Properties.Pools)+len(c.Properties.Gateways) > 0))
			addresses = append(addresses, inventory.Of(c.Properties.Public != nil))
		}
	}
	return inventory.Or(pools...), inventory.Or(addresses...)
}
