package appservice

import (
	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// Authentication asks that web apps have their users log in.
var Authentication = &checks.Check{
	ID:       "azure-appservice-auth",
	Title:    "Web apps use App Service authentication",
	Why:      "The platform checks who is there before the request comes to the code; a login of one's own making has holes of its own.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Authentication > Add identity provider.",
		CLI:       "az webapp auth update --resource-group <group> --name <app> --enabled true --action RedirectToLoginPage",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  auth_settings_v2 {\n    auth_enabled = true\n    login {}\n  }\n}",
	},
	Aliases: []string{"prowler:app_ensure_auth_is_set_up"},
	Link:    "https://learn.microsoft.com/azure/app-service/overview-authentication-authorization",
	Needs:   []inventory.Source{appservice.SiteAuth},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		function, ok := a.Function.Get(p)
		if !ok {
			return
		}
		if function {
			p.Skipf("a function app is called with keys, which are not App Service authentication")
			return
		}
		if on, ok := a.Auth.Get(p); ok && !on {
			p.Evidence("platformEnabled", false)
			p.Failf("App Service authentication is off")
		}
	}),
}
