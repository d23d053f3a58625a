package appservice

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// HTTPLogs asks that the requests to web apps are recorded.
var HTTPLogs = &checks.Check{
	ID:       "azure-appservice-http-logs",
	Title:    "HTTP logs of web apps are sent somewhere that keeps them",
	Why:      "Without them, nobody can tell which requests an attack was made of, nor that there was one.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "App Services > the app > Monitoring > Diagnostic settings > Add: HTTP logs, to a Log Analytics workspace.",
		CLI:       "az monitor diagnostic-settings create --name logs --resource <app-id> --workspace <workspace-id> --logs [{\"category\":\"AppServiceHTTPLogs\",\"enabled\":true}]",
		Terraform: "resource \"azurerm_monitor_diagnostic_setting\" \"example\" {\n  name                       = \"logs\"\n  target_resource_id         = azurerm_linux_web_app.example.id\n  log_analytics_workspace_id = azurerm_log_analytics_workspace.example.id\n  enabled_log {\n    category = \"AppServiceHTTPLogs\"\n  }\n}",
	},
	Aliases: []string{"prowler:app_http_logs_enabled"},
	Link:    "https://learn.microsoft.com/azure/app-service/troubleshoot-diagnostic-logs",
	Needs:   []inventory.Source{appservice.SiteDiagnostics},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		function, ok := a.Function.Get(p)
		if !ok {
			return
		}
		if function {
			p.Skipf("a function app has no HTTP logs")
			return
		}
		logs, ok := a.Diagnostics.Get(p)
		if ok && !slices.ContainsFunc(logs, func(d appservice.Diagnostic) bool {
			return d.Category == "AppServiceHTTPLogs" || strings.EqualFold(d.Group, "allLogs")
		}) {
			p.Evidence("AppServiceHTTPLogs", "not sent anywhere")
			p.Failf("no diagnostic setting sends the HTTP logs anywhere")
		}
	}),
}
