package entra

import (
	"slices"

	"demarc/checks"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

// settingFix is the fix of one of the tenant's settings objects.
func settingFix(console, name, value string) checks.Fix {
	return checks.Fix{
		Console:   "Microsoft Entra admin center > " + console,
		CLI:       "az rest --method patch --url https://graph.microsoft.com/v1.0/groupSettings/<setting> --body '{\"values\": [{\"name\": \"" + name + "\", \"value\": \"" + value + "\"}]}'",
		Terraform: "resource \"msgraph_update_resource\" \"example\" {\n  url  = \"groupSettings/<setting>\"\n  body = {\n    values = [{ name = \"" + name + "\", value = \"" + value + "\" }]\n  }\n}",
	}
}

// GroupCreation asks that users cannot create Microsoft 365 groups.
var GroupCreation = &checks.Check{
	ID:       "azure-entra-microsoft-365-group-creation-restricted",
	Title:    "Users cannot create Microsoft 365 groups",
	Why:      "Each group brings a mailbox, a site and a team, to which its owner may invite whom he likes.",
	Severity: checks.Low,
	Area:     checks.Directory,
	Fix:      settingFix("Identity > Groups > General > Users can create Microsoft 365 groups: No.", "EnableGroupCreation", "false"),
	Aliases:  []string{"prowler:entra_users_cannot_create_microsoft_365_groups"},
	Link:     "https://learn.microsoft.com/microsoft-365/solutions/manage-creation-of-groups",
	Needs:    []inventory.Source{entra.TenantGroups},
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		if may, ok := inventory.Then(t.Groups, func(g entra.GroupSettings) inventory.Known[bool] { return g.Creation }).Get(p); ok && may {
			p.Evidence("EnableGroupCreation", true)
			p.Failf("every user may create Microsoft 365 groups")
		}
	}),
}

var needsPasswords = []inventory.Source{entra.TenantPasswords}

var (
	maxAttempts = &checks.Param{Name: "maxAttempts", Default: 10, Unit: "attempts", Source: "Microsoft Learn, \"Protect user accounts from attacks with Microsoft Entra smart lockout\": the default"}
	minLockout  = &checks.Param{Name: "minSeconds", Default: 60, Unit: "seconds", Source: "Microsoft Learn, \"Protect user accounts from attacks with Microsoft Entra smart lockout\": the default"}
)

// LockoutThreshold asks that guessing ends after some attempts.
var LockoutThreshold = &checks.Check{
	ID:       "azure-entra-lockout-threshold",
	Title:    "Accounts are locked after a few wrong passwords",
	Why:      "The more attempts are free, the more passwords can be tried on each account.",
	Severity: checks.Low,
	Area:     checks.Directory,
	Fix:      settingFix("Protection > Authentication methods > Password protection > Lockout threshold: 10.", "LockoutThreshold", "10"),
	Link:     "https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout",
	Params:   []*checks.Param{maxAttempts},
	Needs:    needsPasswords,
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		n, ok := inventory.Then(t.Passwords, func(r entra.PasswordRules) inventory.Known[int] { return r.LockoutThreshold }).Get(p)
		if limit := p.Int(maxAttempts); ok && n > limit {
			p.Evidence("LockoutThreshold", n)
			p.Failf("an account is locked after %d wrong passwords, more than %d", n, limit)
		}
	}),
}

// LockoutDuration asks that a locked account stays locked for a while.
var LockoutDuration = &checks.Check{
	ID:       "azure-entra-lockout-duration",
	Title:    "A locked account stays locked for a minute or more",
	Why:      "A short lock hardly slows the guessing down.",
	Severity: checks.Low,
	Area:     checks.Directory,
	Fix:      settingFix("Protection > Authentication methods > Password protection > Lockout duration in seconds: 60.", "LockoutDurationInSeconds", "60"),
	Link:     "https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout",
	Params:   []*checks.Param{minLockout},
	Needs:    needsPasswords,
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		n, ok := inventory.Then(t.Passwords, func(r entra.PasswordRules) inventory.Known[int] { return r.LockoutSeconds }).Get(p)
		if want := p.Int(minLockout); ok && n < want {
			p.Evidence("LockoutDurationInSeconds", n)
			p.Failf("an account is locked for %d seconds, fewer than %d", n, want)
		}
	}),
}

// BannedPasswords asks for a list of words that no password may be made of.
var BannedPasswords = &checks.Check{
	ID:       "azure-entra-banned-passwords",
	Title:    "Words of the organization are banned from passwords",
	Why:      "The names of the company, its products and its places are the first that are tried, and Microsoft's list does not have them.",
	Severity: checks.Low,
	Area:     checks.Directory,
	Fix:      settingFix("Protection > Authentication methods > Password protection > Enforce custom list: Yes, and the words.", "EnableBannedPasswordCheck", "true"),
	Link:     "https://learn.microsoft.com/entra/identity/authentication/tutorial-configure-custom-password-protection",
	Needs:    []inventory.Source{entra.TenantPasswords, entra.TenantLicences},
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		check := func(r entra.PasswordRules) inventory.Known[bool] {
			return inventory.And(r.BannedCheck, inventory.Map(r.BannedWords, func(n int) bool { return n > 0 }))
		}
		used, ok := inventory.Then(t.Passwords, check).Get(p)
		if ok && used {
			return
		}
		l, licensed := t.Licences.Get(p)
		switch {
		case licensed && !l.P1:
			p.Skipf("the tenant has no licence for a list of its own (Microsoft Entra ID P1)")
		case ok:
			p.Evidence("EnableBannedPasswordCheck and BannedPasswordList", "off, or empty")
			p.Absentf("no list of the tenant's own is enforced")
		}
	}),
}

// StrongMethods asks that no second factor goes by telephone.
var StrongMethods = &checks.Check{
	ID:       "azure-entra-strong-authentication-methods",
	Title:    "No second factor comes by SMS or call, and a stronger one can be used",
	Why:      "A number is taken over by talking to its provider, and a code can be read out to a caller.",
	Severity: checks.Medium,
	Area:     checks.Directory,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Protection > Authentication methods > Policies > SMS and Voice call: off; Passkey (FIDO2) and Microsoft Authenticator: on.",
		CLI:       "az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Sms --body '{\"@odata.type\": \"#microsoft.graph.smsAuthenticationMethodConfiguration\", \"state\": \"disabled\"}'",
		Terraform: "resource \"msgraph_update_resource\" \"example\" {\n  url  = \"policies/authenticationMethodsPolicy/authenticationMethodConfigurations/Sms\"\n  body = {\n    \"@odata.type\" = \"#microsoft.graph.smsAuthenticationMethodConfiguration\"\n    state         = \"disabled\"\n  }\n}",
	},
	Aliases: []string{"prowler:entra_authentication_methods_policy_strong_auth_enforced"},
	Link:    "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods",
	Needs:   []inventory.Source{entra.TenantMethods},
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		m, ok := t.Methods.Get(p)
		if !ok {
			return
		}
		strong := []inventory.Known[bool]{}
		for _, method := range m.Methods {
			on := inventory.Map(method.State, func(s string) bool { return s == "enabled" })
			switch {
			case slices.Contains([]string{"Sms", "Voice"}, method.ID):
				if weak, ok := on.Get(p); ok && weak {
					p.Evidence(method.ID, "enabled")
					p.Failf("%s may be used to authenticate", method.ID)
				}
			case slices.Contains([]string{"Fido2", "MicrosoftAuthenticator", "X509Certificate"}, method.ID):
				strong = append(strong, on)
			}
		}
		if some, ok := inventory.Or(strong...).Get(p); ok && !some {
			p.Evidence("strongMethods", 0)
			p.Absentf("neither passkeys, nor Authenticator, nor certificates may be used")
		}
		if state, ok := m.Migration.Get(p); ok && state != "migrationComplete" {
			p.Missed(inventory.Gap{Reason: inventory.Unsupported, Where: "the older settings of multifactor authentication, which still count: policyMigrationState is " + state})
		}
	}),
}

// AuthenticatorContext asks that a prompt says what it is for.
var AuthenticatorContext = &checks.Check{
	ID:       "azure-entra-authenticator-context",
	Title:    "Authenticator shows the application and the place of a sign-in",
	Why:      "Who sees that the prompt is for a strange application in a strange country does not approve it to make it stop.",
	Severity: checks.Low,
	Area:     checks.Directory,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Protection > Authentication methods > Policies > Microsoft Authenticator > Configure > Show application name and Show geographic location: Enabled, all users.",
		CLI:       "az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/MicrosoftAuthenticator --body @<authenticator.json>",
		Terraform: "resource \"msgraph_update_resource\" \"example\" {\n  url  = \"policies/authenticationMethodsPolicy/authenticationMethodConfigurations/MicrosoftAuthenticator\"\n  body = {\n    \"@odata.type\" = \"#microsoft.graph.microsoftAuthenticatorAuthenticationMethodConfiguration\"\n    featureSettings = {\n      displayAppInformationRequiredState      = { state = \"enabled\" }\n      displayLocationInformationRequiredState = { state = \"enabled\" }\n    }\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/entra/identity/authentication/how-to-mfa-additional-context",
	Needs: []inventory.Source{entra.TenantMethods},
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		m, ok := t.Methods.Get(p)
		if !ok {
			return
		}
		for _, method := range m.Methods {
			if method.ID != "MicrosoftAuthenticator" {
				continue
			}
			if state, ok := method.State.Get(p); !ok || state != "enabled" {
				p.Skipf("Microsoft Authenticator is not among the methods that may be used")
				return
			}
		}
		for _, part := range []struct {
			name  string
			shown inventory.Known[string]
		}{{"application", m.ShowsApp}, {"place", m.ShowsPlace}} {
			if state, ok := part.shown.Get(p); ok && state != "enabled" { // "default": as Microsoft chooses, which is off
				p.Evidence(part.name, state)
				p.Failf("the %s is not shown (%s)", part.name, state)
			}
		}
	}),
}

// AdminConsent asks that users can ask for what they may not allow themselves.
var AdminConsent = &checks.Check{
	ID:       "azure-entra-admin-consent-workflow",
	Title:    "Users can ask an administrator to allow an application",
	Why:      "Where there is no way to ask, users look for a way round, and administrators allow by hand what nobody reviewed.",
	Severity: checks.Low,
	Area:     checks.Directory,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Applications > Enterprise applications > Consent and permissions > Admin consent settings: Yes, and the reviewers.",
		CLI:       "az rest --method put --url https://graph.microsoft.com/v1.0/policies/adminConsentRequestPolicy --body @<policy.json>",
		Terraform: "resource \"msgraph_update_resource\" \"example\" {\n  url  = \"policies/adminConsentRequestPolicy\"\n  body = {\n    isEnabled = true\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/entra/identity/enterprise-apps/configure-admin-consent-workflow",
	Needs: []inventory.Source{entra.TenantAdminConsent},
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		if on, ok := t.AdminConsent.Get(p); ok && !on {
			p.Evidence("isEnabled", false)
			p.Failf("the workflow for admin consent is off")
		}
	}),
}

// TrustedLocations asks that the organization's own networks are named.
var TrustedLocations = &checks.Check{
	ID:       "azure-entra-trusted-locations",
	Title:    "The organization's own networks are named as trusted",
	Why:      "Policies and the reckoning of risk cannot tell the office from anywhere else until they are told.",
	Severity: checks.Low,
	Area:     checks.Directory,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Protection > Conditional Access > Named locations > IP ranges location: Mark as trusted location.",
		CLI:       "az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/namedLocations --body @<location.json>",
		Terraform: "resource \"azuread_named_location\" \"example\" {\n  display_name = \"office\"\n  ip {\n    ip_ranges = [\"203.0.113.0/24\"]\n    trusted   = true\n  }\n}",
	},
	Aliases: []string{"prowler:entra_trusted_named_locations_exists"},
	Link:    "https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network",
	Needs:   []inventory.Source{entra.TenantNamedLocations, entra.TenantLicences},
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		trusted, ok := inventory.Then(t.NamedLocations, func(list []entra.NamedLocation) inventory.Known[bool] {
			ks := []inventory.Known[bool]{}
			for _, l := range list {
				ks = append(ks, l.Trusted)
			}
			return inventory.Or(ks...)
		}).Get(p)
		if ok && trusted {
			return
		}
		l, licensed := t.Licences.Get(p)
		switch {
		case licensed && !l.P1:
			p.Skipf("the tenant has no licence for conditional access (Microsoft Entra ID P1)")
		case ok:
			p.Evidence("trustedLocations", 0)
			p.Absentf("no named location is trusted")
		}
	}),
}
