package appservice

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// ClientCertificates asks that clients of apps have certificates.
var ClientCertificates = &checks.Check{
	ID:       "azure-appservice-client-certificates",
	Title:    "Apps ask clients for a certificate",
	Why:      "For an app that only known clients are to reach, a certificate keeps out everybody else before the first line of code runs.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Configuration > General settings > Client certificate mode: Require.",
		CLI:       "az webapp update --resource-group <group> --name <app> --set clientCertEnabled=true clientCertMode=Required",
		Terraform: "resource \"azurerm_linux_web_app\" \"example\" {\n  client_certificate_enabled = true\n  client_certificate_mode    = \"Required\"\n}",
	},
	Aliases: []string{"prowler:app_client_certificates_on"},
	Link:    "https://learn.microsoft.com/azure/app-service/app-service-web-configure-tls-mutual-auth",
	Needs:   []inventory.Source{appservice.Sites},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		if mode, ok := a.ClientCerts.Get(p); ok && !strings.EqualFold(mode, "Required") {
			p.Evidence("clientCertificates", mode)
			p.Failf("clients need no certificate")
		}
	}),
}
