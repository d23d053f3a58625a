package appservice

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// lacking is the error of an answer without what was asked for.
func lacking(operation string) error {
	return &azure.CallError{Operation: operation, Err: errors.New("the answer lacks what was asked for")}
}

// A Config is the configuration of a site.
type Config struct {
	MinimumTLS      inventory.Known[string] // "1.2"
	ScmMinimumTLS   inventory.Known[string] // of the site's deployment endpoint
	FTP             inventory.Known[string] // "AllAllowed", "FtpsOnly", "Disabled"
	HTTP2           inventory.Known[bool]
	RemoteDebugging inventory.Known[bool]
	LinuxFx         inventory.Known[string]   // "PYTHON|3.12", "DOCKER|…"; "" for Windows
	WindowsFx       inventory.Known[string]   // of containers: "DOCKER|…"
	JavaVersion     inventory.Known[string]   // of Windows; "" where the app is not one of Java
	Origins         inventory.Known[[]string] // that browsers may call it from
	OpenToAll       inventory.Known[bool]     // its access restrictions let every address in
}

type configJSON struct {
	MinimumTLS      *string `json:"minTlsVersion"`
	ScmMinimumTLS   *string `json:"scmMinTlsVersion"`
	FTP             *string `json:"ftpsState"`
	HTTP2           *bool   `json:"http20Enabled"`
	RemoteDebugging *bool   `json:"remoteDebuggingEnabled"`
	LinuxFx         *string `json:"linuxFxVersion"`
	WindowsFx       *string `json:"windowsFxVersion"`
	JavaVersion     *string `json:"javaVersion"`
	CORS            *struct {
		Origins json.RawMessage `json:"allowedOrigins"`
	} `json:"cors"`
	Restrictions *[]restriction `json:"ipSecurityRestrictions"`
	Default      *string        `json:"ipSecurityRestrictionsDefaultAction"`
}

// whole reports whether an answer holds what App Service gives for every site.
func (c configJSON) whole() bool {
	return c.MinimumTLS != nil && c.ScmMinimumTLS != nil && c.FTP != nil && c.HTTP2 != nil && c.RemoteDebugging != nil && c.Restrictions != nil
}

var configQuery = azure.Resources("AppServiceResources", "microsoft.web/sites/config")

// configs are the configurations of the tenant's sites as Resource Graph has
// them, by the site's full id. Its names begin with capitals ("MinTlsVersion"),
// which decoding does not mind.
var configs = &inventory.Call[map[string]json.RawMessage]{
	Title: "azure.appservice.configs", Level: inventory.AtOrganization, Actions: []string{"microsoft.web/sites/config/read"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string]json.RawMessage, error) {
		rows, err := configQuery.Get(ctx, s)
		all := map[string]json.RawMessage{}
		for _, of := range rows {
			for _, r := range of {
				if site, name, ok := strings.Cut(strings.ToLower(r.ID), "/config/"); ok && name == "web" {
					all[site] = r.Properties
				}
			}
		}
		return all, err
	},
}

// SiteConfig fetches Site.Config: from Resource Graph where it has it whole,
// and from App Service itself where not, as for slots.
var SiteConfig = &inventory.Field[Site, Config]{
	Of: Sites, Column: "config", Actions: []string{"Microsoft.Web/sites/config/Read"}, Uses: []inventory.Source{configQuery, configs},
	At: func(a *Site) *inventory.Known[Config] { return &a.Config },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Site) (Config, error) {
		all, _ := configs.Get(ctx, s) // what it could not read is asked for below
		var c configJSON
		if raw, ok := all[a.Full]; ok && json.Unmarshal(raw, &c) == nil && c.whole() {
			return configOf(c), nil
		}
		out, err := azure.Get[struct {
			Properties configJSON `json:"properties"`
		}](ctx, s, a.Full+"/config/web"+version)
		if err != nil {
			return Config{}, azure.Gone(err)
		}
		return configOf(out.Properties), nil
	},
}

func configOf(c configJSON) Config {
	const asked = "ARM microsoft.web/sites/config"
	// "Web Apps - Get Configuration": cors is optional, and null or left out
	// where nothing is set, as in the reference's sample.
	origins := inventory.Of([]string{})
	if c.CORS != nil {
		var list []string // null where it only says whether credentials are supported
		if json.Unmarshal(c.CORS.Origins, &list) == nil {
			origins = inventory.Of(list)
		} else {
			origins = inventory.Unanswered[[]string](asked, "cors.allowedOrigins")
		}
	}
	empty := inventory.Of("") // what a site does not run is null or empty
	return Config{
		MinimumTLS:      inventory.FromPtr(c.MinimumTLS, inventory.Unanswered[string](asked, "minTlsVersion")),
		ScmMinimumTLS:   inventory.FromPtr(c.ScmMinimumTLS, inventory.Unanswered[string](asked, "scmMinTlsVersion")),
		FTP:             inventory.FromPtr(c.FTP, inventory.Unanswered[string](asked, "ftpsState")),
		HTTP2:           inventory.FromPtr(c.HTTP2, inventory.Unanswered[bool](asked, "http20Enabled")),
		RemoteDebugging: inventory.FromPtr(c.RemoteDebugging, inventory.Unanswered[bool](asked, "remoteDebuggingEnabled")),
		LinuxFx:         inventory.FromPtr(c.LinuxFx, empty),
		WindowsFx:       inventory.FromPtr(c.WindowsFx, empty),
		JavaVersion:     inventory.FromPtr(c.JavaVersion, empty),
		Origins:         origins,
		OpenToAll:       inventory.Then(inventory.FromPtr(c.Restrictions, inventory.Unanswered[[]restriction](asked, "ipSecurityRestrictions")), c.openToAll),
	}
}
