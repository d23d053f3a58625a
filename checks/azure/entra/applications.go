package entra

import (
	"time"

	"demarc/checks"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

const day = 24 * time.Hour

// CredentialsExpired asks that credentials are renewed before they end, and
// taken away once they have.
var CredentialsExpired = &checks.Check{
	ID:       "azure-entra-application-credentials-current",
	Title:    "No secret or certificate of an application has expired",
	Why:      "An expired credential is either an application that is down or one that nobody looks after.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Applications > App registrations > the application > Certificates & secrets > delete what has expired.",
		CLI:       "az ad app credential delete --id <application> --key-id <key>",
		Terraform: "resource \"azuread_application_password\" \"example\" {\n  application_id = \"<application>\"\n  end_date       = \"<date>\"\n}",
	},
	Aliases: []string{"prowler:entra_app_registration_credential_not_expired"},
	Link:    "https://learn.microsoft.com/entra/identity-platform/security-best-practices-for-app-registration",
	Needs:   []inventory.Source{entra.Applications},
	Run: checks.Each(entra.Applications, func(p *checks.Probe, a *entra.Application) {
		secrets, hasSecrets := a.Secrets.Get(p)
		certificates, hasCertificates := a.Certificates.Get(p)
		if hasSecrets && hasCertificates && len(secrets)+len(certificates) == 0 {
			p.Skipf("the application has no secret and no certificate")
			return
		}
		var expired []string
		for _, list := range [][]entra.Credential{secrets, certificates} {
			for _, c := range list {
				if end, ok := c.End.Get(p); ok && end.Before(p.Inv.Now) {
					expired = append(expired, c.KeyID)
				}
			}
		}
		if len(expired) > 0 {
			p.Evidence("keyIds", expired)
			p.Failf("%d credentials have expired", len(expired))
		}
	}),
}

var maxSecretDays = &checks.Param{Name: "maxDays", Default: 180, Unit: "days", Source: "Microsoft Learn, \"Enforce secret and certificate standards\": secrets of less than 180 days"}

// SecretsShortLived asks that secrets are not good for years.
var SecretsShortLived = &checks.Check{
	ID:       "azure-entra-application-secrets-short-lived",
	Title:    "Secrets of applications are good for half a year at most",
	Why:      "A secret lies in files and pipelines, and is good for whoever finds it until it ends.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Applications > App registrations > the application > Certificates & secrets > New client secret: 180 days; or use a managed identity or a federated credential instead.",
		CLI:       "az ad app credential reset --id <application> --end-date <date>",
		Terraform: "resource \"azuread_application_password\" \"example\" {\n  application_id    = \"<application>\"\n  end_date_relative = \"4320h\"\n}",
	},
	Link:   "https://learn.microsoft.com/entra/identity/enterprise-apps/tutorial-enforce-secret-standards",
	Params: []*checks.Param{maxSecretDays},
	Needs:  []inventory.Source{entra.Applications},
	Run: checks.Each(entra.Applications, func(p *checks.Probe, a *entra.Application) {
		secrets, ok := a.Secrets.Get(p)
		if ok && len(secrets) == 0 {
			p.Skipf("the application has no secret")
			return
		}
		limit := p.Int(maxSecretDays)
		var long []string
		longest := 0
		for _, c := range secrets {
			end, ok := c.End.Get(p)
			if !ok || end.Before(p.Inv.Now) { // another check's matter
				continue
			}
			start, ok := c.Start.Get(p)
			if days := int(end.Sub(start) / day); ok && days > limit {
				long, longest = append(long, c.KeyID), max(longest, days)
			}
		}
		if len(long) > 0 {
			p.Evidence("keyIds", long)
			p.Evidence("days", longest)
			p.Failf("%d secrets are good for more than %d days", len(long), limit)
		}
	}),
}
