package monitor

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/monitor"
	"demarc/providers/inventory"
)

// sends reports whether a category is sent on by the logs of a setting.
func sends(logs inventory.Known[[]monitor.Log], category string) inventory.Known[bool] {
	return inventory.Then(logs, func(all []monitor.Log) inventory.Known[bool] {
		ks := []inventory.Known[bool]{}
		for _, l := range all {
			if category == "" || strings.EqualFold(l.Category, category) || strings.EqualFold(l.Group, "allLogs") {
				ks = append(ks, l.Enabled)
			}
		}
		return inventory.Or(ks...)
	})
}

func somewhere(sinks inventory.Known[[]string]) inventory.Known[bool] {
	return inventory.Map(sinks, func(all []string) bool { return len(all) > 0 })
}

func diagnosticFix(category string) checks.Fix {
	return checks.Fix{
		Console:   "Monitor > Activity log > Export Activity Logs > Add diagnostic setting: the categories, and a Log Analytics workspace or a storage account.",
		CLI:       "az monitor diagnostic-settings subscription create --name <name> --location <location> --workspace <workspace> --logs '[{\"category\": \"" + category + "\", \"enabled\": true}]'",
		Terraform: "resource \"azurerm_monitor_diagnostic_setting\" \"example\" {\n  name                       = \"example\"\n  target_resource_id         = \"<subscription>\"\n  log_analytics_workspace_id = \"<workspace>\"\n  enabled_log {\n    category = \"" + category + "\"\n  }\n}",
	}
}

// ActivityLogKept asks that the activity log is kept somewhere.
var ActivityLogKept = &checks.Check{
	ID:       "azure-monitor-activity-log-exported",
	Title:    "The activity log is sent to where it is kept",
	Why:      "Azure keeps it for 90 days; most break-ins that are looked into began before that.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      diagnosticFix("Administrative"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.1"}},
	Aliases:  []string{"prowler:monitor_diagnostic_settings_exists"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/platform/activity-log",
	Needs:    []inventory.Source{monitor.Subscriptions, monitor.DiagnosticSettings},
	Run: checks.Each(monitor.Subscriptions, func(p *checks.Probe, _ *monitor.Subscription) {
		if on, ok := kept(p, ""); ok && !on {
			p.Evidence("sent", false)
			p.Absentf("no diagnostic setting sends the activity log anywhere")
		}
	}),
}

var categories = &checks.Param{Name: "categories", Default: []string{"Administrative", "Alert", "Policy", "Security"}, Source: "CIS Microsoft Azure Foundations 6.0, 6.1.1.2"}

// ActivityLogCategories asks that what matters of it is kept.
var ActivityLogCategories = &checks.Check{
	ID:       "azure-monitor-activity-log-categories",
	Title:    "All categories of the activity log that matter are kept",
	Why:      "A category that is left out is missing when somebody asks who did it.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      diagnosticFix("Security"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.2"}},
	Aliases:  []string{"prowler:monitor_diagnostic_setting_with_appropriate_categories"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema",
	Params:   []*checks.Param{categories},
	Needs:    []inventory.Source{monitor.Subscriptions, monitor.DiagnosticSettings},
	Run: checks.Each(monitor.Subscriptions, func(p *checks.Probe, _ *monitor.Subscription) {
		var missing []string
		for _, c := range p.Strings(categories) {
			if on, ok := kept(p, c); ok && !on {
				missing = append(missing, c)
			}
		}
		if len(missing) > 0 {
			p.Evidence("missing", missing)
			p.Absentf("no diagnostic setting sends on: %s", strings.Join(missing, ", "))
		}
	}),
}

// kept reports whether some setting sends a category somewhere, and whether
// that is known.
func kept(p *checks.Probe, category string) (on, known bool) {
	var all []inventory.Known[bool]
	for d := range monitor.DiagnosticSettings.All(p.Inv, p) {
		sent := inventory.And(somewhere(d.Sinks), sends(d.Logs, category))
		if on, _ := sent.Peek(); on {
			return true, true
		}
		all = append(all, sent)
	}
	return inventory.Or(all...).Get(p)
}

// stored makes the Run of a check of the storage account of a setting.
func stored(look func(*checks.Probe, monitor.Storage)) checks.Run {
	return checks.Each(monitor.DiagnosticSettings, func(p *checks.Probe, d *monitor.DiagnosticSetting) {
		if id, ok := d.StorageID.Get(p); !ok {
			return
		} else if id == "" {
			p.Skipf("the setting sends to no storage account")
			return
		}
		s, ok := d.Storage.Get(p)
		switch {
		case !ok:
		case s.Gone:
			p.Skipf("the storage account exists no longer")
		default:
			look(p, s)
		}
	})
}

var needsStorage = []inventory.Source{monitor.DiagnosticSettingStorage}

// ActivityLogKey asks that the stored log is encrypted by a key of one's own.
var ActivityLogKey = &checks.Check{
	ID:       "azure-monitor-activity-log-storage-customer-key",
	Title:    "The storage account of the activity log is encrypted by a customer's key",
	Why:      "With a key of one's own, reading the log takes two permissions, and taking the key away ends all access.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Security + networking > Encryption > Customer-managed keys.",
		CLI:       "az storage account update --name <account> --resource-group <group> --encryption-key-source Microsoft.Keyvault --encryption-key-vault <vault> --encryption-key-name <key>",
		Terraform: "resource \"azurerm_storage_account_customer_managed_key\" \"example\" {\n  storage_account_id = \"<account>\"\n  key_vault_id       = \"<vault>\"\n  key_name           = \"<key>\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.3"}},
	Aliases:  []string{"prowler:monitor_storage_account_with_activity_logs_cmk_encrypted"},
	Link:     "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview",
	Needs:    needsStorage,
	Run: stored(func(p *checks.Probe, s monitor.Storage) {
		if !strings.EqualFold(s.KeySource, "Microsoft.Keyvault") {
			p.Evidence("keySource", s.KeySource)
			p.Failf("the storage account is encrypted by a key of Microsoft's")
		}
	}),
}

// ActivityLogPrivate asks that not everybody can read the stored log.
var ActivityLogPrivate = &checks.Check{
	ID:       "azure-monitor-activity-log-storage-private",
	Title:    "The stored activity log is not public",
	Why:      "The log tells every name, every address and every habit of the administrators.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Settings > Configuration > Allow Blob anonymous access: Disabled.",
		CLI:       "az storage account update --name <account> --resource-group <group> --allow-blob-public-access false",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  allow_nested_items_to_be_public = false\n}",
	},
	Aliases: []string{"prowler:monitor_storage_account_with_activity_logs_is_private"},
	Link:    "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent",
	Needs:   needsStorage,
	Run: stored(func(p *checks.Probe, s monitor.Storage) {
		if s.Public {
			p.Evidence("publicAccess", true)
			p.Failf("anybody can read the container insights-activity-logs")
		}
	}),
}

// tenantLogs makes the Run of a check of logs of the tenant.
func tenantLogs(settings func(*monitor.Tenant) inventory.Known[[]monitor.TenantSetting], want func(*checks.Probe) []string) checks.Run {
	return checks.Each(monitor.Tenants, func(p *checks.Probe, t *monitor.Tenant) {
		var missing []string
		for _, category := range want(p) {
			sent, ok := inventory.Then(settings(t), func(all []monitor.TenantSetting) inventory.Known[bool] {
				ks := []inventory.Known[bool]{}
				for _, s := range all {
					ks = append(ks, inventory.And(somewhere(s.Sinks), sends(s.Logs, category)))
				}
				return inventory.Or(ks...)
			}).Get(p)
			if ok && !sent {
				missing = append(missing, category)
			}
		}
		if len(missing) > 0 {
			p.Evidence("missing", missing)
			p.Absentf("no diagnostic setting sends on: %s", strings.Join(missing, ", "))
		}
	})
}

func tenantFix(console, provider, category string) checks.Fix {
	return checks.Fix{
		Console:   console,
		CLI:       "az rest --method put --url 'https://management.azure.com/providers/" + provider + "/diagnosticSettings/<name>?api-version=2017-04-01' --body @<setting.json>",
		Terraform: "resource \"azurerm_monitor_aad_diagnostic_setting\" \"example\" {\n  name                       = \"example\"\n  log_analytics_workspace_id = \"<workspace>\"\n  enabled_log {\n    category = \"" + category + "\"\n  }\n}",
	}
}

var needsEntraLogs = []inventory.Source{monitor.TenantEntraLogs}

func entraLogs(t *monitor.Tenant) inventory.Known[[]monitor.TenantSetting]  { return t.EntraLogs }
func intuneLogs(t *monitor.Tenant) inventory.Known[[]monitor.TenantSetting] { return t.IntuneLogs }

const entraConsole = "Microsoft Entra admin center > Identity > Monitoring & health > Diagnostic settings > Add diagnostic setting."

// GraphLogs asks that requests to Microsoft Graph are kept.
var GraphLogs = &checks.Check{
	ID:       "azure-monitor-graph-activity-logs-exported",
	Title:    "Requests to Microsoft Graph are sent to where they are kept",
	Why:      "Reading out a directory leaves no other trace.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix:      tenantFix(entraConsole, "microsoft.aadiam", "MicrosoftGraphActivityLogs"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.7"}},
	Link:     "https://learn.microsoft.com/graph/microsoft-graph-activity-logs-overview",
	Needs:    needsEntraLogs,
	Run:      tenantLogs(entraLogs, func(*checks.Probe) []string { return []string{"MicrosoftGraphActivityLogs"} }),
}

var entraCategories = &checks.Param{Name: "categories", Source: "CIS Microsoft Azure Foundations 6.0, 6.1.1.8; Microsoft Learn, \"Logs available for streaming from Microsoft Entra ID\"", Default: []string{
	"AuditLogs", "SignInLogs", "NonInteractiveUserSignInLogs", "ServicePrincipalSignInLogs", "ManagedIdentitySignInLogs",
}}

// DirectoryLogs asks that changes of the directory and sign-ins are kept.
var DirectoryLogs = &checks.Check{
	ID:       "azure-monitor-entra-logs-exported",
	Title:    "Sign-ins and changes of the directory are sent to where they are kept",
	Why:      "The directory keeps them for 30 days at most, and for seven without a licence.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix:      tenantFix(entraConsole, "microsoft.aadiam", "SignInLogs"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.8"}},
	Link:     "https://learn.microsoft.com/entra/identity/monitoring-health/concept-diagnostic-settings-logs-options",
	Params:   []*checks.Param{entraCategories},
	Needs:    needsEntraLogs,
	Run:      tenantLogs(entraLogs, func(p *checks.Probe) []string { return p.Strings(entraCategories) }),
}

var intuneCategories = &checks.Param{Name: "categories", Default: []string{"AuditLogs", "OperationalLogs"}, Source: "CIS Microsoft Azure Foundations 6.0, 6.1.1.9"}

// IntuneLogs asks that what is done to devices is kept.
var IntuneLogs = &checks.Check{
	ID:       "azure-monitor-intune-logs-exported",
	Title:    "Intune's logs are sent to where they are kept",
	Why:      "Who manages the devices can put anything on all of them.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix:      tenantFix("Microsoft Intune admin center > Reports > Diagnostics settings > Add diagnostic setting.", "microsoft.intune", "AuditLogs"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.9"}},
	Link:     "https://learn.microsoft.com/mem/intune/fundamentals/review-logs-using-azure-monitor",
	Params:   []*checks.Param{intuneCategories},
	Needs:    []inventory.Source{monitor.TenantIntuneLogs},
	Run:      tenantLogs(intuneLogs, func(p *checks.Probe) []string { return p.Strings(intuneCategories) }),
}

// ApplicationInsights asks that applications are watched.
var ApplicationInsights = &checks.Check{
	ID:       "azure-monitor-application-insights",
	Title:    "Application Insights is used",
	Why:      "What an application does when it is attacked is seen in its own requests and errors, and nowhere else.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Monitor > Application Insights > Create.",
		CLI:       "az monitor app-insights component create --app <name> --location <location> --resource-group <group> --workspace <workspace>",
		Terraform: "resource \"azurerm_application_insights\" \"example\" {\n  name                = \"example\"\n  location            = \"<location>\"\n  resource_group_name = \"<group>\"\n  workspace_id        = \"<workspace>\"\n  application_type    = \"web\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.3.1"}},
	Aliases:  []string{"prowler:appinsights_ensure_is_configured"},
	Link:     "https://learn.microsoft.com/azure/azure-monitor/app/app-insights-overview",
	Needs:    []inventory.Source{monitor.Subscriptions, monitor.Components},
	Run: checks.Each(monitor.Subscriptions, func(p *checks.Probe, _ *monitor.Subscription) {
		for range monitor.Components.Own(p.Inv, p) {
			return
		}
		p.Evidence("components", 0)
		p.Absentf("the subscription has no Application Insights resource")
	}),
}
