package monitor

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

var errLacking = errors.New("the answer lacks a property that it always holds")

func lacking(call, what string) error {
	return &azure.CallError{Operation: call, Err: fmt.Errorf("%w: %s", errLacking, what)}
}

// A Tenant is what the logs of the directory and of Intune are kept for.
type Tenant struct {
	inventory.Resource
	EntraLogs  inventory.Known[[]TenantSetting] `fetch:"-"`
	IntuneLogs inventory.Known[[]TenantSetting] `fetch:"-"`
}

// A TenantSetting sends logs of the tenant somewhere.
type TenantSetting struct {
	Name  string
	Logs  inventory.Known[[]Log]
	Sinks inventory.Known[[]string]
}

// Tenants is the one row of the tenant.
var Tenants = &inventory.Type[Tenant]{
	Kind: "azure.monitor.Tenant", Level: inventory.AtOrganization, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Tenant, error] {
		return func(yield func(*Tenant, error) bool) {
			t := azure.From(s).Tenant
			yield(&Tenant{Resource: inventory.Resource{
				ID: t.ID, Full: "/tenants/" + t.ID, Name: t.Name, Account: t.ID, Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}

func tenantSettings(ctx context.Context, s inventory.Scope, provider, version string) ([]TenantSetting, error) {
	out, err := azure.GetAll[settingJSON](ctx, s, "/providers/"+provider+"/diagnosticSettings?api-version="+version)
	if err != nil {
		return nil, err
	}
	call, all := "ARM "+provider+"/diagnosticsettings", []TenantSetting{}
	for _, j := range out {
		all = append(all, TenantSetting{j.Name, j.logs(call), j.sinks(call)})
	}
	return all, nil
}

// TenantEntraLogs fetches Tenant.EntraLogs.
var TenantEntraLogs = &inventory.Field[Tenant, []TenantSetting]{
	Of: Tenants, Column: "entraLogs", Actions: []string{"microsoft.aadiam/diagnosticsettings/read"},
	At: func(t *Tenant) *inventory.Known[[]TenantSetting] { return &t.EntraLogs },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) ([]TenantSetting, error) {
		return tenantSettings(ctx, s, "microsoft.aadiam", "2017-04-01")
	},
}

// TenantIntuneLogs fetches Tenant.IntuneLogs.
var TenantIntuneLogs = &inventory.Field[Tenant, []TenantSetting]{
	Of: Tenants, Column: "intuneLogs", Actions: []string{"Microsoft.Intune/diagnosticsettings/read"},
	At: func(t *Tenant) *inventory.Known[[]TenantSetting] { return &t.IntuneLogs },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) ([]TenantSetting, error) {
		return tenantSettings(ctx, s, "microsoft.intune", "2017-04-01-preview")
	},
}
