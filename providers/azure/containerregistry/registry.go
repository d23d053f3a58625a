// Package containerregistry collects Azure container registries.
package containerregistry

import (
	"context"
	"encoding/json"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/azure/access"
	"demarc/providers/inventory"
)

// A Registry is a container registry.
type Registry struct {
	inventory.Resource
	State           inventory.Known[string] // of its provisioning
	SKU             inventory.Known[string] // "Basic", "Standard", "Premium"; "Classic" of old
	AdminUser       inventory.Known[bool]
	PublicNetwork   inventory.Known[string]   // "Enabled", "Disabled"
	DefaultAction   inventory.Known[string]   // "Allow" or "Deny", of its network rules
	Ranges          inventory.Known[[]string] // that the network rules let in
	TrustedServices inventory.Known[string]   // "AzureServices" or "None" get past the network rules
	Connections     inventory.Known[[]access.Connection]
	Export          inventory.Known[string] // "enabled", "disabled": whether artifacts can be taken to other registries
	Retention       inventory.Known[string] // "enabled", "disabled": whether untagged manifests are deleted after some days

	Preview inventory.Known[Preview] `fetch:"-"`
}

// Preview is what only preview versions of the API have for certain.
type Preview struct {
	AnonymousPull inventory.Known[bool]
	SoftDelete    inventory.Known[string] // "enabled", "disabled"
}

type status struct {
	Status *string `json:"status"`
}

// of reads a policy whose absence the reference gives a default for.
func (s *status) of(otherwise string) inventory.Known[string] {
	if s == nil {
		return inventory.Of(otherwise)
	}
	return inventory.FromPtr(s.Status, inventory.Of(otherwise))
}

type ipRule struct {
	Value *string `json:"value"`
}

type properties struct {
	State         *string `json:"provisioningState"`
	AdminUser     *bool   `json:"adminUserEnabled"`
	PublicNetwork *string `json:"publicNetworkAccess"`
	Rules         *struct {
		DefaultAction *string   `json:"defaultAction"`
		IPRules       *[]ipRule `json:"ipRules"`
	} `json:"networkRuleSet"`
	Bypass      *string                 `json:"networkRuleBypassOptions"`
	Connections []access.ConnectionJSON `json:"privateEndpointConnections"`
	Policies    struct {
		Export    *status `json:"exportPolicy"`
		Retention *status `json:"retentionPolicy"`
	} `json:"policies"`
}

const asked = "Resource Graph microsoft.containerregistry/registries"

var query = azure.Resources("Resources", "microsoft.containerregistry/registries")

// Registries lists the registries of a subscription. The defaults are those of
// the reference, "Registries - Get".
var Registries = &inventory.Type[Registry]{
	Kind: "azure.containerregistry.Registry", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(res inventory.Resource, row azure.Row, p properties) *Registry {
		var sku struct {
			Name *string `json:"name"`
		}
		_ = json.Unmarshal(row.SKU, &sku) // a row without a SKU has no name of one
		r := &Registry{
			Resource:        res,
			State:           inventory.FromPtr(p.State, inventory.Unanswered[string](asked, "provisioningState")),
			SKU:             inventory.FromPtr(sku.Name, inventory.Unanswered[string](asked, "sku.name")),
			AdminUser:       inventory.FromPtr(p.AdminUser, inventory.Unanswered[bool](asked, "adminUserEnabled")),
			PublicNetwork:   inventory.FromPtr(p.PublicNetwork, inventory.Of("Enabled")),
			DefaultAction:   inventory.Unanswered[string](asked, "networkRuleSet"),
			Ranges:          inventory.Unanswered[[]string](asked, "networkRuleSet"),
			TrustedServices: inventory.FromPtr(p.Bypass, inventory.Unanswered[string](asked, "networkRuleBypassOptions")),
			Connections:     access.Connections(p.Connections, asked),
			Export:          p.Policies.Export.of("enabled"),
			Retention:       p.Policies.Retention.of("disabled"),
		}
		if p.Rules != nil {
			r.DefaultAction = inventory.FromPtr(p.Rules.DefaultAction, r.DefaultAction)
			// The only action that there is for a rule is to allow.
			r.Ranges = access.Ranges(p.Rules.IPRules, func(i ipRule) *string { return i.Value }, inventory.Unanswered[[]string](asked, "networkRuleSet.ipRules"), asked, "networkRuleSet.ipRules.value")
		} else if sku.Name != nil && !strings.EqualFold(*sku.Name, "Premium") {
			r.DefaultAction, r.Ranges = inventory.Of("Allow"), inventory.Of([]string{}) // only Premium has network rules
		}
		return r
	}),
}

// RegistryPreview fetches Registry.Preview.
var RegistryPreview = &inventory.Field[Registry, Preview]{
	Of: Registries, Column: "preview", Actions: []string{"Microsoft.ContainerRegistry/registries/read"},
	At: func(r *Registry) *inventory.Known[Preview] { return &r.Preview },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Registry) (Preview, error) {
		const call = "ARM microsoft.containerregistry/registries"
		out, err := azure.Get[struct {
			Properties struct {
				AnonymousPull *bool `json:"anonymousPullEnabled"`
				Policies      struct {
					SoftDelete status `json:"softDeletePolicy"`
				} `json:"policies"`
			} `json:"properties"`
		}](ctx, s, r.Full+"?api-version=2025-05-01-preview")
		if err != nil {
			return Preview{}, azure.Gone(err)
		}
		return Preview{
			AnonymousPull: inventory.FromPtr(out.Properties.AnonymousPull, inventory.Unanswered[bool](call, "anonymousPullEnabled")),
			SoftDelete:    inventory.FromPtr(out.Properties.Policies.SoftDelete.Status, inventory.Unanswered[string](call, "policies.softDeletePolicy")),
		}, nil
	},
}
