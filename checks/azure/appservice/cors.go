package appservice

import (
	"slices"

	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// CORS asks that not every web site may call an app.
var CORS = &checks.Check{
	ID:       "azure-appservice-cors",
	Title:    "Apps do not allow every origin to call them",
	Why:      "Any web site could then call the app from the browsers of its visitors, and read what it answers.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "App Services > the app > API > CORS > Allowed Origins: remove the asterisk, name the sites.",
		CLI:       "az webapp cors remove --resource-group <group> --name <app> --allowed-origins *",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  site_config {\n    cors {\n      allowed_origins = [\"https://shop.example\"]\n    }\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api",
	Needs: []inventory.Source{appservice.SiteConfig},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		c, ok := a.Config.Get(p)
		if !ok {
			return
		}
		if origins, ok := c.Origins.Get(p); ok && slices.Contains(origins, "*") {
			p.Evidence("allowedOrigins", origins)
			p.Failf("any web site may call the app from its visitors' browsers")
		}
	}),
}
