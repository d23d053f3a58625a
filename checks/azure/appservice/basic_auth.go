package appservice

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// BasicAuthPublishing asks that code is published with an Entra login only.
var BasicAuthPublishing = &checks.Check{
	ID:       "azure-appservice-basic-auth",
	Title:    "Apps take no code with basic publishing credentials",
	Why:      "The publishing password is in a file that developers pass on; it changes the code without multifactor authentication, and nobody can tell who did.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > SCM and FTP Basic Auth Publishing Credentials: Off.",
		CLI:       "az resource update --resource-group <group> --name scm --namespace Microsoft.Web --resource-type basicPublishingCredentialsPolicies --parent sites/<app> --set properties.allow=false",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  ftp_publish_basic_authentication_enabled       = false\n  webdeploy_publish_basic_authentication_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/app-service/configure-basic-auth-disable",
	Needs: []inventory.Source{appservice.SiteBasicAuth},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		if open, ok := a.BasicAuth.Get(p); ok && len(open) > 0 {
			p.Evidence("basicPublishingCredentials", open)
			p.Failf("a user name and a password open %s", strings.Join(open, " and "))
		}
	}),
}
