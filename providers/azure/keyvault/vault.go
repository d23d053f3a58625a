// Package keyvault collects key vaults, and of their keys and secrets what the
// management plane tells: their dates and settings, never a value.
package keyvault

import (
	"context"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Vault is a key vault.
type Vault struct {
	inventory.Resource
	RBAC             inventory.Known[bool]     // whether Azure roles, and not the vault's access policies, say who may use it
	PurgeProtection  inventory.Known[bool]     // whether what is deleted is kept until its time is up
	PublicNetwork    inventory.Known[string]   // "Enabled", "Disabled", "SecuredByPerimeter"
	DefaultAction    inventory.Known[string]   // "Allow" or "Deny", of its network rules
	PrivateEndpoints inventory.Known[[]string] // the states of their connections: "Approved" and so on

	Diagnostics inventory.Known[[]Setting] `fetch:"-"`
}

// A Setting sends logs of the vault on.
type Setting struct {
	Name  string
	Sinks int                   // how many places it sends to
	Audit inventory.Known[bool] // whether the audit log is among what it sends
}

type properties struct {
	TenantID        *string `json:"tenantId"`
	RBAC            *bool   `json:"enableRbacAuthorization"`
	PurgeProtection *bool   `json:"enablePurgeProtection"`
	PublicNetwork   *string `json:"publicNetworkAccess"`
	NetworkACLs     *struct {
		DefaultAction *string `json:"defaultAction"`
	} `json:"networkAcls"`
	Connections []struct {
		Properties struct {
			State struct {
				Status string `json:"status"`
			} `json:"privateLinkServiceConnectionState"`
		} `json:"properties"`
	} `json:"privateEndpointConnections"`
}

var query = azure.Resources("Resources", "microsoft.keyvault/vaults")

// Vaults lists the key vaults of a subscription.
var Vaults = &inventory.Type[Vault]{
	Kind: "azure.keyvault.Vault", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, _ azure.Row, p properties) *Vault {
		v := &Vault{
			Resource: r,
			// A vault for which it is null goes on with access policies, from
			// API version 2026-02-01 on too ("Prepare for Key Vault API version
			// 2026-02-01 and later").
			RBAC:            inventory.FromPtr(p.RBAC, unset(p, "enableRbacAuthorization", false)),
			PurgeProtection: inventory.FromPtr(p.PurgeProtection, unset(p, "enablePurgeProtection", false)), // "does not accept false as its value": it is true or absent
			PublicNetwork:   inventory.FromPtr(p.PublicNetwork, unset(p, "publicNetworkAccess", "Enabled")), // the default of "Vaults - Create Or Update"
			DefaultAction:   inventory.Unanswered[string](asked, "networkAcls.defaultAction"),
		}
		if n := p.NetworkACLs; n != nil {
			v.DefaultAction = inventory.FromPtr(n.DefaultAction, v.DefaultAction)
		}
		states := []string{} // a vault without private endpoints has no such list
		for _, c := range p.Connections {
			states = append(states, c.Properties.State.Status)
		}
		v.PrivateEndpoints = inventory.Then(unset(p, "privateEndpointConnections", true), func(bool) inventory.Known[[]string] { return inventory.Of(states) })
		return v
	}),
}

const asked = "Resource Graph microsoft.keyvault/vaults"

// unset is what it means that a property is absent, where the answer is whole:
// every vault has a tenant.
func unset[T any](p properties, what string, means T) inventory.Known[T] {
	if p.TenantID == nil {
		return inventory.Unanswered[T](asked, what)
	}
	return inventory.Of(means)
}

// VaultDiagnostics fetches Vault.Diagnostics.
var VaultDiagnostics = &inventory.Field[Vault, []Setting]{
	Of: Vaults, Column: "diagnostics", Actions: []string{"Microsoft.Insights/diagnosticSettings/read"},
	At: func(v *Vault) *inventory.Known[[]Setting] { return &v.Diagnostics },
	Fetch: func(ctx context.Context, s inventory.Scope, v *Vault) ([]Setting, error) {
		out, err := azure.GetAll[struct {
			Name       string `json:"name"`
			Properties struct {
				Logs      *[]logJSON `json:"logs"`
				Storage   string     `json:"storageAccountId"`
				Workspace string     `json:"workspaceId"`
				EventHub  string     `json:"eventHubAuthorizationRuleId"`
				Partner   string     `json:"marketplacePartnerId"`
			} `json:"properties"`
		}](ctx, s, v.Full+"/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview")
		if err != nil {
			return nil, azure.Gone(err)
		}
		all := []Setting{}
		for _, j := range out {
			p := j.Properties
			set := Setting{Name: j.Name, Audit: inventory.Then(inventory.FromPtr(p.Logs, inventory.Unanswered[[]logJSON](settings, "logs")), audited)}
			for _, id := range []string{p.Storage, p.Workspace, p.EventHub, p.Partner} {
				if id != "" {
					set.Sinks++
				}
			}
			all = append(all, set)
		}
		return all, nil
	},
}

const settings = "ARM microsoft.insights/diagnosticsettings"

type logJSON struct {
	Category string `json:"category"`
	Group    string `json:"categoryGroup"`
	Enabled  *bool  `json:"enabled"`
}

// audited reports whether the audit log, by itself or in a group, is sent.
func audited(logs []logJSON) inventory.Known[bool] {
	var all []inventory.Known[bool]
	for _, l := range logs {
		if strings.EqualFold(l.Category, "AuditEvent") || strings.EqualFold(l.Group, "audit") || strings.EqualFold(l.Group, "allLogs") {
			all = append(all, inventory.FromPtr(l.Enabled, inventory.Unanswered[bool](settings, "logs.enabled")))
		}
	}
	return inventory.Or(all...)
}
