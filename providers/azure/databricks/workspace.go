// Package databricks collects Azure Databricks workspaces.
package databricks

import (
	"context"
	"encoding/json"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/azure/access"
	"demarc/providers/inventory"
)

// A Workspace is an Azure Databricks workspace.
type Workspace struct {
	inventory.Resource
	State         inventory.Known[string] // of its provisioning
	SKU           inventory.Known[string] // "standard", "premium", "trial"
	Serverless    inventory.Known[bool]   // it has no computers in the customer's subscription
	Network       inventory.Known[string] // full id of the customer's virtual network that it is in; "" where Databricks made one
	Subnets       inventory.Known[[]string]
	NoPublicIP    inventory.Known[bool]
	PublicNetwork inventory.Known[string] // "Enabled", "Disabled"
	Connections   inventory.Known[[]access.Connection]
	// Who holds the keys: "Microsoft.Keyvault" or "Default".
	ServicesKey inventory.Known[string] // of notebooks, secrets, queries in the control plane
	DisksKey    inventory.Known[string] // of the clusters' disks
	RootKey     inventory.Known[string] // of the workspace's storage account (the DBFS root)

	UnityCatalog inventory.Known[bool]      `fetch:"-"`
	Diagnostics  inventory.Known[[]Setting] `fetch:"-"`
}

// text and flag are parameters of a workspace.
type text struct {
	Value *string `json:"value"`
}

type flag struct {
	Value *bool `json:"value"`
}

type keySource struct {
	Source *string `json:"keySource"`
}

type properties struct {
	State         *string `json:"provisioningState"`
	ComputeMode   *string `json:"computeMode"`
	ResourceGroup *string `json:"managedResourceGroupId"`
	Parameters    *struct {
		Network       *text `json:"customVirtualNetworkId"`
		PublicSubnet  *text `json:"customPublicSubnetName"`
		PrivateSubnet *text `json:"customPrivateSubnetName"`
		NoPublicIP    *flag `json:"enableNoPublicIp"`
		Encryption    *struct {
			Value *keySource `json:"value"`
		} `json:"encryption"`
	} `json:"parameters"`
	PublicNetwork *string                 `json:"publicNetworkAccess"`
	Connections   []access.ConnectionJSON `json:"privateEndpointConnections"`
	Encryption    *struct {
		Entities struct {
			Services *keySource `json:"managedServices"`
			Disks    *keySource `json:"managedDisk"`
		} `json:"entities"`
	} `json:"encryption"`
}

const asked = "Resource Graph microsoft.databricks/workspaces"

var query = azure.Resources("Resources", "microsoft.databricks/workspaces")

// Workspaces lists the workspaces of a subscription.
var Workspaces = &inventory.Type[Workspace]{
	Kind: "azure.databricks.Workspace", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, row azure.Row, p properties) *Workspace {
		var sku struct {
			Name *string `json:"name"`
		}
		_ = json.Unmarshal(row.SKU, &sku) // a row without a SKU has no name of one
		w := &Workspace{
			Resource:   r,
			State:      inventory.FromPtr(p.State, inventory.Unanswered[string](asked, "provisioningState")),
			SKU:        inventory.FromPtr(sku.Name, inventory.Unanswered[string](asked, "sku.name")),
			Serverless: p.serverless(),
			// "Set value to disabled to access workspace only via private link": without the value it is open.
			PublicNetwork: inventory.FromPtr(p.PublicNetwork, inventory.Of("Enabled")),
			Connections:   access.Connections(p.Connections, asked), // left out where there are none
			ServicesKey:   inventory.Of("Default"),
			DisksKey:      inventory.Of("Default"),
		}
		// Left out of the answer where the customer gave no key: "Workspaces - Get".
		if p.Encryption != nil {
			w.ServicesKey, w.DisksKey = p.Encryption.Entities.Services.source("encryption.entities.managedServices"), p.Encryption.Entities.Disks.source("encryption.entities.managedDisk")
		}
		w.parameters(p)
		return w
	}),
}

// serverless reads the compute mode, which answers of older API versions lack.
// A managed resource group is "Required in Hybrid ComputeMode workspace. Not
// allowed in Serverless ComputeMode workspace".
func (p properties) serverless() inventory.Known[bool] {
	switch {
	case p.ComputeMode != nil && strings.EqualFold(*p.ComputeMode, "Serverless"):
		return inventory.Of(true)
	case p.ComputeMode != nil && strings.EqualFold(*p.ComputeMode, "Hybrid"), p.ComputeMode == nil && p.ResourceGroup != nil && *p.ResourceGroup != "":
		return inventory.Of(false)
	}
	return inventory.Unanswered[bool](asked, "computeMode")
}

// parameters reads what a workspace was made with; serverless ones take none.
func (w *Workspace) parameters(p properties) {
	if s, ok := w.Serverless.Peek(); ok && s {
		w.Network, w.Subnets, w.NoPublicIP, w.RootKey = inventory.Of(""), inventory.Of([]string{}), inventory.Of(true), inventory.Of("Default")
		return
	}
	q := p.Parameters
	if q == nil {
		w.Network = inventory.Unanswered[string](asked, "parameters")
		w.Subnets = inventory.Unanswered[[]string](asked, "parameters")
		w.NoPublicIP = inventory.Unanswered[bool](asked, "parameters")
		w.RootKey = inventory.Unanswered[string](asked, "parameters")
		return
	}
	// The default of enableNoPublicIp has changed from false to true: a
	// workspace that does not say which it was made with is one of either.
	w.NoPublicIP = inventory.Unanswered[bool](asked, "parameters.enableNoPublicIp")
	if q.NoPublicIP != nil {
		w.NoPublicIP = inventory.FromPtr(q.NoPublicIP.Value, w.NoPublicIP)
	}
	w.RootKey = inventory.Of("Default") // "KeySource.Default" is the reference's default
	if q.Encryption != nil && q.Encryption.Value != nil {
		w.RootKey = inventory.FromPtr(q.Encryption.Value.Source, w.RootKey)
	}
	w.Network, w.Subnets = inventory.Of(""), inventory.Of([]string{}) // left out of the answer where Databricks made the network
	if q.Network == nil {
		return
	}
	w.Network = inventory.Map(inventory.FromPtr(q.Network.Value, inventory.Unanswered[string](asked, "parameters.customVirtualNetworkId.value")), strings.ToLower)
	id, _ := w.Network.Peek()
	if id == "" {
		return
	}
	w.Subnets = inventory.Unanswered[[]string](asked, "parameters.customPublicSubnetName or customPrivateSubnetName")
	if a, b := q.PublicSubnet, q.PrivateSubnet; a != nil && a.Value != nil && b != nil && b.Value != nil {
		w.Subnets = inventory.Of([]string{id + "/subnets/" + strings.ToLower(*a.Value), id + "/subnets/" + strings.ToLower(*b.Value)})
	}
}

// source is who holds the key of an entity; those that are not named are
// encrypted with Microsoft's.
func (k *keySource) source(what string) inventory.Known[string] {
	if k == nil {
		return inventory.Of("Default")
	}
	return inventory.FromPtr(k.Source, inventory.Unanswered[string](asked, what))
}

// WorkspaceUnityCatalog fetches Workspace.UnityCatalog, which only the newest
// version of the API has.
var WorkspaceUnityCatalog = &inventory.Field[Workspace, bool]{
	Of: Workspaces, Column: "unityCatalog", Actions: []string{"Microsoft.Databricks/workspaces/read"},
	At: func(w *Workspace) *inventory.Known[bool] { return &w.UnityCatalog },
	Fetch: func(ctx context.Context, s inventory.Scope, w *Workspace) (bool, error) {
		out, err := azure.Get[struct {
			Properties struct {
				Enabled *bool `json:"isUcEnabled"`
			} `json:"properties"`
		}](ctx, s, w.Full+"?api-version=2026-01-01")
		if err != nil {
			return false, azure.Gone(err)
		}
		if out.Properties.Enabled == nil {
			return false, lacking("ARM microsoft.databricks/workspaces", "isUcEnabled")
		}
		return *out.Properties.Enabled, nil
	},
}
