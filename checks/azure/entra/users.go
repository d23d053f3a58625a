package entra

import (
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func registrationFix(who string) checks.Fix {
	return checks.Fix{
		Console:   "Microsoft Entra admin center > Protection > Authentication methods > Registration campaign: Enabled; then have " + who + " register at https://aka.ms/mfasetup.",
		CLI:       "az rest --method get --url 'https://graph.microsoft.com/v1.0/reports/authenticationMethods/userRegistrationDetails?$filter=isMfaRegistered eq false'",
		Terraform: "resource \"azuread_conditional_access_policy\" \"example\" {\n  display_name = \"second factor for all users\"\n  state        = \"enabled\"\n" + terraformPolicy(`"all"`, tfAllUsers+tfAllApps, `"mfa"`) + "}",
	}
}

func registered(p *checks.Probe, r *entra.Registration) {
	if mfa, ok := r.MFA.Get(p); ok && !mfa {
		p.Evidence("isMfaRegistered", false)
		p.Failf("the user has registered no second factor")
	}
}

// AdminsRegistered asks that administrators have a second factor at all.
var AdminsRegistered = &checks.Check{
	ID:       "azure-entra-privileged-users-mfa-registered",
	Title:    "Users with a directory role have registered a second factor",
	Why:      "Who has none yet is asked to register one at the next sign-in, and that may be the attacker's.",
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix:      registrationFix("the administrators"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.1.3"}},
	Aliases:  []string{"prowler:entra_privileged_user_has_mfa"},
	Link:     "https://learn.microsoft.com/entra/identity/authentication/howto-authentication-methods-activity",
	Needs:    []inventory.Source{entra.AdminRegistrations},
	Run: checks.Each(entra.AdminRegistrations, func(p *checks.Probe, r *entra.Registration) {
		if _, ok := r.Admin.Get(p); ok {
			registered(p, r)
		}
	}),
}

// UsersRegistered asks that all other users have a second factor.
var UsersRegistered = &checks.Check{
	ID:       "azure-entra-users-mfa-registered",
	Title:    "Users have registered a second factor",
	Why:      "Who has none yet is asked to register one at the next sign-in, and that may be the attacker's.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix:      registrationFix("the users"),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.1.3"}},
	Aliases:  []string{"prowler:entra_non_privileged_user_has_mfa"},
	Link:     "https://learn.microsoft.com/entra/identity/authentication/howto-authentication-methods-activity",
	Needs:    []inventory.Source{entra.UserRegistrations},
	Run: checks.Each(entra.UserRegistrations, func(p *checks.Probe, r *entra.Registration) {
		if _, ok := r.Admin.Get(p); ok {
			registered(p, r)
		}
	}),
}

var maxIdleDays = &checks.Param{Name: "maxDays", Default: 90, Unit: "days", Source: "Microsoft Learn, \"How to manage inactive user accounts\": 90 to 180 days"}

// InactiveUsers asks that accounts nobody uses are disabled.
var InactiveUsers = &checks.Check{
	ID:       "azure-entra-users-active",
	Title:    "Enabled users have signed in lately",
	Why:      "Nobody notices what is done with an account that nobody uses.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Users > the user > Properties > Account enabled: off.",
		CLI:       "az ad user update --id <user> --account-enabled false",
		Terraform: "resource \"azuread_user\" \"example\" {\n  user_principal_name = \"<name>@<tenant>.onmicrosoft.com\"\n  display_name        = \"<name>\"\n  account_enabled     = false\n}",
	},
	Aliases: []string{"prowler:entra_user_with_recent_sign_in"},
	Link:    "https://learn.microsoft.com/entra/identity/monitoring-health/howto-manage-inactive-user-accounts",
	Params:  []*checks.Param{maxIdleDays},
	Needs:   []inventory.Source{entra.Users},
	Run: checks.Each(entra.Users, func(p *checks.Probe, u *entra.User) {
		on, ok := u.Enabled.Get(p)
		if ok && !on {
			p.Skipf("the account is disabled")
			return
		}
		last, seen := u.LastSignIn.Get(p)
		if !ok || !seen {
			return
		}
		since, what := last, "last signed in"
		if last.IsZero() {
			created, ok := u.Created.Get(p)
			if !ok {
				return
			}
			since, what = created, "never signed in, and was created"
		}
		days := int(p.Inv.Now.Sub(since) / (24 * time.Hour))
		if limit := p.Int(maxIdleDays); days > limit {
			p.Evidence("days", days)
			p.Failf("the user %s %d days ago, more than %d", what, days, limit)
		}
	}),
}
