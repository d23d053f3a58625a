package network

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// LoadBalancerSKU asks that load balancers are not of the Basic SKU.
var LoadBalancerSKU = &checks.Check{
	ID:       "azure-network-load-balancer-sku",
	Title:    "Load balancers are not of the Basic SKU",
	Why:      "A Basic load balancer is open until a security group closes it, has no availability zones and no service level, and was retired on 30 September 2025.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Load balancers > the load balancer > Overview > Upgrade to Standard.",
		CLI:       "az network lb create --resource-group <group> --name <load-balancer> --sku Standard",
		Terraform: "resource \"azurerm_lb\" \"example\" {\n  sku = \"Standard\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/load-balancer/load-balancer-basic-upgrade-guidance",
	Needs: []inventory.Source{network.LoadBalancers},
	Run: checks.Each(network.LoadBalancers, func(p *checks.Probe, b *network.LoadBalancer) {
		if sku, ok := b.SKU.Get(p); ok && strings.EqualFold(sku, "Basic") {
			p.Evidence("sku", sku)
			p.Failf("the load balancer is of the Basic SKU")
		}
	}),
}
