package appservice

import (
	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// RemoteDebugging asks that apps cannot be debugged from afar.
var RemoteDebugging = &checks.Check{
	ID:       "azure-appservice-remote-debugging",
	Title:    "Remote debugging of apps is off",
	Why:      "A debugger reads the memory of the app and changes what it does; it opens ports of its own, and is forgotten after use.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > Remote debugging: Off.",
		CLI:       "az webapp config set --resource-group <group> --name <app> --remote-debugging-enabled false",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  site_config {\n    remote_debugging_enabled = false\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/app-service/configure-common",
	Needs: []inventory.Source{appservice.SiteConfig},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		c, ok := a.Config.Get(p)
		if !ok {
			return
		}
		if on, ok := c.RemoteDebugging.Get(p); ok && on {
			p.Evidence("remoteDebuggingEnabled", true)
			p.Failf("remote debugging is on")
		}
	}),
}
