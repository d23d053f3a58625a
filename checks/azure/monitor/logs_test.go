package monitor

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/monitor"
	"demarc/providers/inventory"
)

func logs(all ...string) inventory.Known[[]monitor.Log] {
	out := []monitor.Log{}
	for _, c := range all {
		out = append(out, monitor.Log{Category: c, Enabled: inventory.Of(true)})
	}
	return inventory.Of(append(out, monitor.Log{Category: "Recommendation", Enabled: inventory.Of(false)}))
}

func setting(id string, k inventory.Known[[]monitor.Log], sinks ...string) *monitor.DiagnosticSetting {
	return &monitor.DiagnosticSetting{Resource: inventory.Resource{ID: id}, Logs: k, Sinks: inventory.Of(sinks)}
}

func TestActivityLog(t *testing.T) {
	have := func(all ...*monitor.DiagnosticSetting) *inventory.Inventory {
		return subscription(inventory.Rows(monitor.DiagnosticSettings, all...))
	}
	every := logs("Administrative", "Alert", "Policy", "Security")
	hidden := setting("h", dark[[]monitor.Log](), "event hub")
	for c, some := range map[*checks.Check][]checks.Verdict{ActivityLogKept: pass, ActivityLogCategories: fail} {
		t.Run(c.ID, func(t *testing.T) {
			checktest.Run(t, c, []checktest.Case{
				{Name: "all", Have: have(setting("s", every, "event hub")), Want: pass},
				{Name: "all, another hidden", Have: have(hidden, setting("s", every, "event hub")), Want: pass},
				{Name: "by two", Have: have(setting("s", logs("Administrative", "Alert"), "event hub"), setting("t", logs("Policy", "Security"), "storage account")), Want: pass},
				{Name: "some", Have: have(setting("s", logs("Administrative"), "event hub")), Want: some},
				{Name: "nowhere", Have: have(setting("s", every)), Want: fail},
				{Name: "nothing", Have: have(setting("s", logs(), "event hub")), Want: fail},
				{Name: "none", Have: have(), Want: fail},
				{Name: "hidden", Have: have(hidden), Want: unknown},
			})
		})
	}
}

func TestStored(t *testing.T) {
	for c, bad := range map[*checks.Check]monitor.Storage{
		ActivityLogKey: {KeySource: "Microsoft.Storage"}, ActivityLogPrivate: {KeySource: "Microsoft.Keyvault", Public: true},
	} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(id string, k inventory.Known[monitor.Storage]) *inventory.Inventory {
				return inventory.Fixture(inventory.Rows(monitor.DiagnosticSettings, &monitor.DiagnosticSetting{Resource: inventory.Resource{ID: "d"}, StorageID: inventory.Of(id), Storage: k}))
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "good", Have: have("/account", inventory.Of(monitor.Storage{KeySource: "Microsoft.Keyvault"})), Want: pass},
				{Name: "bad", Have: have("/account", inventory.Of(bad)), Want: fail},
				{Name: "elsewhere", Have: have("", inventory.Of(monitor.Storage{})), Want: skip},
				{Name: "deleted", Have: have("/account", inventory.Of(monitor.Storage{Gone: true})), Want: skip},
				{Name: "hidden", Have: have("/account", dark[monitor.Storage]()), Want: unknown},
			})
		})
	}
}

func TestTenantLogs(t *testing.T) {
	entraLogs := func(t *monitor.Tenant, k inventory.Known[[]monitor.TenantSetting]) { t.EntraLogs = k }
	for c, of := range map[*checks.Check]struct {
		set func(*monitor.Tenant, inventory.Known[[]monitor.TenantSetting])
		all []string
	}{
		GraphLogs:     {entraLogs, []string{"MicrosoftGraphActivityLogs"}},
		DirectoryLogs: {entraLogs, entraCategories.Default.([]string)},
		IntuneLogs:    {func(t *monitor.Tenant, k inventory.Known[[]monitor.TenantSetting]) { t.IntuneLogs = k }, intuneCategories.Default.([]string)},
	} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(k inventory.Known[[]monitor.TenantSetting]) *inventory.Inventory {
				row := &monitor.Tenant{Resource: inventory.Resource{ID: "t"}}
				of.set(row, k)
				return inventory.Fixture(inventory.Rows(monitor.Tenants, row))
			}
			one := func(sinks []string, names ...string) inventory.Known[[]monitor.TenantSetting] {
				return inventory.Of([]monitor.TenantSetting{{Name: "s", Logs: logs(names...), Sinks: inventory.Of(sinks)}})
			}
			group := inventory.Of([]monitor.TenantSetting{{Name: "s", Logs: inventory.Of([]monitor.Log{{Group: "allLogs", Enabled: inventory.Of(true)}}), Sinks: inventory.Of([]string{"event hub"})}})
			checktest.Run(t, c, []checktest.Case{
				{Name: "kept", Have: have(one([]string{"event hub"}, of.all...)), Want: pass},
				{Name: "the group of all", Have: have(group), Want: pass},
				{Name: "nowhere", Have: have(one(nil, of.all...)), Want: fail},
				{Name: "others", Have: have(one([]string{"event hub"}, "ProvisioningLogs")), Want: fail},
				{Name: "none", Have: have(inventory.Of([]monitor.TenantSetting{})), Want: fail},
				{Name: "hidden", Have: have(dark[[]monitor.TenantSetting]()), Want: unknown},
			})
		})
	}
}

func TestApplicationInsights(t *testing.T) {
	have := func(rows ...*monitor.Component) *inventory.Inventory {
		return subscription(inventory.Rows(monitor.Components, rows...))
	}
	checktest.Run(t, ApplicationInsights, []checktest.Case{
		{Name: "one", Have: have(&monitor.Component{Resource: inventory.Resource{ID: "c"}}), Want: pass},
		{Name: "none", Have: have(), Want: fail},
		{Name: "hidden", Have: subscription(inventory.Unlisted(monitor.Components, "", checktest.Dark)), Want: unknown},
	})
}
