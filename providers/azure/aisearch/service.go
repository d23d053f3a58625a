// Package aisearch collects Azure AI Search services.
package aisearch

import (
	"encoding/json"

	"demarc/providers/azure"
	"demarc/providers/azure/access"
	"demarc/providers/inventory"
)

// A Service is a search service.
type Service struct {
	inventory.Resource
	Status        inventory.Known[string]   // "running", "deleting" and so on
	SKU           inventory.Known[string]   // "free", "basic", "standard" and so on
	PublicNetwork inventory.Known[string]   // "enabled", "disabled", "securedByPerimeter"
	Ranges        inventory.Known[[]string] // addresses and ranges that are let in; none: all
	Connections   inventory.Known[[]access.Connection]
	LocalAuth     inventory.Known[bool] // whether API keys open it
}

type properties struct {
	Status        *string `json:"status"`
	PublicNetwork *string `json:"publicNetworkAccess"`
	Rules         struct {
		IPRules *[]ipRule `json:"ipRules"`
	} `json:"networkRuleSet"`
	Connections []access.ConnectionJSON `json:"privateEndpointConnections"`
	NoLocal     *bool                   `json:"disableLocalAuth"`
}

type ipRule struct {
	Value *string `json:"value"`
}

const asked = "Resource Graph microsoft.search/searchservices"

var query = azure.Resources("Resources", "microsoft.search/searchservices")

// Services lists the search services of a subscription.
var Services = &inventory.Type[Service]{
	Kind: "azure.aisearch.Service", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, row azure.Row, p properties) *Service {
		var sku struct {
			Name *string `json:"name"`
		}
		_ = json.Unmarshal(row.SKU, &sku) // a row without a SKU has no name of one
		return &Service{
			Resource: r,
			Status:   inventory.FromPtr(p.Status, inventory.Unanswered[string](asked, "status")),
			SKU:      inventory.FromPtr(sku.Name, inventory.Unanswered[string](asked, "sku.name")),
			// "Services - Get": by default public access is enabled, and API keys are taken.
			PublicNetwork: inventory.FromPtr(p.PublicNetwork, inventory.Of("enabled")),
			LocalAuth:     inventory.Map(inventory.FromPtr(p.NoLocal, inventory.Of(false)), func(off bool) bool { return !off }),
			// The rule set is left out, or empty, where nobody set one.
			Ranges:      access.Ranges(p.Rules.IPRules, func(r ipRule) *string { return r.Value }, inventory.Of([]string{}), asked, "networkRuleSet.ipRules.value"),
			Connections: access.Connections(p.Connections, asked),
		}
	}),
}
