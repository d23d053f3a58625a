package appservice

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// FTP asks that apps take no files over plain FTP.
var FTP = &checks.Check{
	ID:       "azure-appservice-ftp",
	Title:    "Apps take no files over plain FTP",
	Why:      "FTP sends the password in the clear: whoever reads along puts their own code into the app.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > FTP state: Disabled, or FTPS only.",
		CLI:       "az webapp config set --resource-group <group> --name <app> --ftps-state Disabled",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  site_config {\n    ftps_state = \"Disabled\"\n  }\n}",
	},
	Aliases: []string{"prowler:app_ftp_deployment_disabled", "prowler:app_function_ftps_deployment_disabled"},
	Link:    "https://learn.microsoft.com/azure/app-service/deploy-ftp",
	Needs:   []inventory.Source{appservice.SiteConfig},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		c, ok := a.Config.Get(p)
		if !ok {
			return
		}
		switch state, ok := c.FTP.Get(p); {
		case !ok || strings.EqualFold(state, "FtpsOnly") || strings.EqualFold(state, "Disabled"):
		case strings.EqualFold(state, "AllAllowed"):
			p.Evidence("ftpsState", state)
			p.Failf("files are taken over FTP without encryption")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the FTP state " + state + " is not a known one"})
		}
	}),
}
