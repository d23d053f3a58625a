// Package appservice collects Azure App Service: web apps, function apps and
// their slots.
package appservice

import (
	"context"
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Site is a web app, a function app, or a slot of one.
type Site struct {
	inventory.Resource
	Function       inventory.Known[bool]     // a function app, logic apps among them
	HTTPSOnly      inventory.Known[bool]     // plain HTTP is redirected
	ClientCerts    inventory.Known[string]   // "Required", "Optional", "OptionalInteractiveUser", "Off"
	PublicNetwork  inventory.Known[bool]     // whether it is reached from public networks at all
	Subnet         inventory.Known[string]   // full id of the subnet that its own calls go out through; "" where none
	Identity       inventory.Known[string]   // "None", "SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"
	PrincipalIDs   inventory.Known[[]string] // of its managed identities
	RuntimeName    inventory.Known[string]   // of plans that keep it with the site: "python"; "" for others
	RuntimeVersion inventory.Known[string]

	Config      inventory.Known[Config]       `fetch:"-"`
	Auth        inventory.Known[bool]         `fetch:"-"` // App Service authentication is on
	BasicAuth   inventory.Known[[]string]     `fetch:"-"` // publishing that a user name and a password open: "ftp", "scm"
	Diagnostics inventory.Known[[]Diagnostic] `fetch:"-"`
}

// A Diagnostic is a kind of log that a diagnostic setting sends somewhere.
type Diagnostic struct {
	Category string // "AppServiceHTTPLogs"; "" where the setting names a group
	Group    string // "allLogs", "audit"
}

type siteProperties struct {
	HTTPSOnly      *bool   `json:"httpsOnly"`
	CertsEnabled   *bool   `json:"clientCertEnabled"`
	CertMode       *string `json:"clientCertMode"`
	PublicNetwork  *string `json:"publicNetworkAccess"`
	Subnet         *string `json:"virtualNetworkSubnetId"`
	Endpoints      *[]any  `json:"privateEndpointConnections"`
	FunctionConfig *struct {
		Runtime *struct {
			Name    *string `json:"name"`
			Version *string `json:"version"`
		} `json:"runtime"`
	} `json:"functionAppConfig"`
}

const asked = "Resource Graph microsoft.web/sites"

var (
	siteQuery = azure.Resources("Resources", "microsoft.web/sites")
	slotQuery = azure.Resources("Resources", "microsoft.web/sites/slots")
)

// Sites lists the apps and slots of a subscription.
var Sites = &inventory.Type[Site]{
	Kind: "azure.appservice.Site", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, siteQuery, slotQuery},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Site, error] {
		return func(yield func(*Site, error) bool) {
			for _, list := range []func(context.Context, inventory.Scope) iter.Seq2[*Site, error]{azure.List(siteQuery, siteOf), azure.List(slotQuery, siteOf)} {
				for row, err := range list(ctx, s) {
					if !yield(row, err) || err != nil {
						return
					}
				}
			}
		}
	},
}

// siteOf reads what the reference, "Web Apps - Get", gives defaults for.
func siteOf(r inventory.Resource, row azure.Row, p siteProperties) *Site {
	if parent, slot, ok := strings.Cut(r.Full, "/slots/"); ok {
		r.Name = parent[strings.LastIndex(parent, "/")+1:] + "/" + slot
		r.ID = r.Name
	}
	a := &Site{
		Resource:       r,
		Function:       inventory.Unanswered[bool](asked, "kind"),
		HTTPSOnly:      inventory.FromPtr(p.HTTPSOnly, inventory.Unanswered[bool](asked, "httpsOnly")),
		ClientCerts:    clientCerts(p),
		PublicNetwork:  publicNetwork(p),
		Subnet:         inventory.Map(inventory.FromPtr(p.Subnet, inventory.Of("")), strings.ToLower), // virtualNetworkSubnetId: optional, left out where it has none
		RuntimeName:    inventory.Of(""),
		RuntimeVersion: inventory.Of(""),
	}
	if row.Kind != "" {
		a.Function = inventory.Of(strings.Contains(strings.ToLower(row.Kind), "functionapp"))
	}
	a.Identity, a.PrincipalIDs = identityOf(row.Identity)
	if f := p.FunctionConfig; f != nil && f.Runtime != nil {
		a.RuntimeName = inventory.Map(inventory.FromPtr(f.Runtime.Name, inventory.Unanswered[string](asked, "functionAppConfig.runtime.name")), strings.ToLower)
		a.RuntimeVersion = inventory.FromPtr(f.Runtime.Version, inventory.Unanswered[string](asked, "functionAppConfig.runtime.version"))
	}
	return a
}

func clientCerts(p siteProperties) inventory.Known[string] {
	switch {
	case p.CertsEnabled == nil:
		return inventory.Unanswered[string](asked, "clientCertEnabled")
	case !*p.CertsEnabled: // clientCertMode is of no account then
		return inventory.Of("Off")
	}
	return inventory.FromPtr(p.CertMode, inventory.Unanswered[string](asked, "clientCertMode"))
}

// publicNetwork follows "Set up Azure App Service access restrictions": where
// nothing is set, public access is on unless there is a private endpoint.
func publicNetwork(p siteProperties) inventory.Known[bool] {
	switch {
	case p.PublicNetwork != nil && strings.EqualFold(*p.PublicNetwork, "Disabled"):
		return inventory.Of(false)
	case p.PublicNetwork != nil && strings.EqualFold(*p.PublicNetwork, "Enabled"):
		return inventory.Of(true)
	case p.PublicNetwork != nil && *p.PublicNetwork != "", p.Endpoints == nil:
		return inventory.Unanswered[bool](asked, "publicNetworkAccess")
	}
	return inventory.Of(len(*p.Endpoints) == 0)
}

func identityOf(raw json.RawMessage) (kind inventory.Known[string], principals inventory.Known[[]string]) {
	var in *struct {
		Type        string `json:"type"`
		PrincipalID string `json:"principalId"`
		Assigned    map[string]struct {
			PrincipalID string `json:"principalId"`
		} `json:"userAssignedIdentities"`
	}
	if len(raw) > 0 && json.Unmarshal(raw, &in) != nil {
		return inventory.Unanswered[string](asked, "identity"), inventory.Unanswered[[]string](asked, "identity")
	}
	if in == nil { // "Web Apps - Get", identity: optional, left out or null where there is none
		return inventory.Of("None"), inventory.Of([]string{})
	}
	if in.Type == "" {
		return inventory.Unanswered[string](asked, "identity.type"), inventory.Unanswered[[]string](asked, "identity.type")
	}
	ids := []string{}
	if in.PrincipalID != "" {
		ids = append(ids, strings.ToLower(in.PrincipalID))
	}
	hidden := strings.Contains(in.Type, "SystemAssigned") && in.PrincipalID == "" || strings.Contains(in.Type, "UserAssigned") && len(in.Assigned) == 0
	for _, a := range in.Assigned {
		if a.PrincipalID == "" {
			hidden = true
			continue
		}
		ids = append(ids, strings.ToLower(a.PrincipalID))
	}
	if hidden {
		return inventory.Of(in.Type), inventory.Unanswered[[]string](asked, "identity.principalId")
	}
	slices.Sort(ids)
	return inventory.Of(in.Type), inventory.Of(ids)
}

const version = "?api-version=2023-12-01"

// SiteAuth fetches Site.Auth by the GET that leaves the secrets out.
var SiteAuth = &inventory.Field[Site, bool]{
	Of: Sites, Column: "auth", Actions: []string{"Microsoft.Web/sites/config/Read"},
	At: func(a *Site) *inventory.Known[bool] { return &a.Auth },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Site) (bool, error) {
		out, err := azure.Get[struct {
			Properties struct {
				Platform *struct {
					Enabled *bool `json:"enabled"`
				} `json:"platform"`
			} `json:"properties"`
		}](ctx, s, a.Full+"/config/authsettingsV2"+version)
		switch {
		case err != nil:
			return false, azure.Gone(err)
		case out.Properties.Platform == nil || out.Properties.Platform.Enabled == nil:
			return false, lacking("ARM microsoft.web/sites/config")
		}
		return *out.Properties.Platform.Enabled, nil
	},
}

// SiteBasicAuth fetches Site.BasicAuth.
var SiteBasicAuth = &inventory.Field[Site, []string]{
	Of: Sites, Column: "basicAuth", Actions: []string{"Microsoft.Web/sites/basicPublishingCredentialsPolicies/Read"},
	At: func(a *Site) *inventory.Known[[]string] { return &a.BasicAuth },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Site) ([]string, error) {
		all, err := azure.GetAll[struct {
			Name       string `json:"name"`
			Properties struct {
				Allow *bool `json:"allow"`
			} `json:"properties"`
		}](ctx, s, a.Full+"/basicPublishingCredentialsPolicies"+version)
		if err != nil {
			return nil, azure.Gone(err)
		}
		open, seen := []string{}, map[string]bool{}
		for _, p := range all {
			if p.Properties.Allow == nil {
				return nil, lacking("ARM microsoft.web/sites/basicpublishingcredentialspolicies")
			}
			name := strings.ToLower(p.Name)
			if seen[name] = true; *p.Properties.Allow {
				open = append(open, name)
			}
		}
		if !seen["ftp"] || !seen["scm"] { // "Web Apps - List Basic Publishing Credentials Policies": whether scm is allowed, and whether ftp is
			return nil, lacking("ARM microsoft.web/sites/basicpublishingcredentialspolicies")
		}
		slices.Sort(open)
		return open, nil
	},
}

// SiteDiagnostics fetches Site.Diagnostics.
var SiteDiagnostics = &inventory.Field[Site, []Diagnostic]{
	Of: Sites, Column: "diagnostics", Actions: []string{"Microsoft.Insights/diagnosticSettings/read"},
	At: func(a *Site) *inventory.Known[[]Diagnostic] { return &a.Diagnostics },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Site) ([]Diagnostic, error) {
		all, err := azure.GetAll[struct {
			Properties struct {
				Logs *[]struct {
					Category string `json:"category"`
					Group    string `json:"categoryGroup"`
					Enabled  *bool  `json:"enabled"`
				} `json:"logs"`
			} `json:"properties"`
		}](ctx, s, a.Full+"/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview")
		if err != nil {
			return nil, azure.Gone(err)
		}
		on := []Diagnostic{}
		for _, setting := range all {
			if setting.Properties.Logs == nil {
				return nil, lacking("ARM microsoft.insights/diagnosticsettings")
			}
			for _, l := range *setting.Properties.Logs {
				if l.Enabled == nil || l.Category+l.Group == "" {
					return nil, lacking("ARM microsoft.insights/diagnosticsettings")
				}
				if *l.Enabled {
					on = append(on, Diagnostic{l.Category, l.Group})
				}
			}
		}
		return on, nil
	},
}
