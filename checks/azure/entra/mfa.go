package entra

import (
	"slices"

	"demarc/checks"
	"demarc/providers/inventory"
)

// MFAAllUsers asks that every user has to use a second factor.
var MFAAllUsers = &checks.Check{
	ID:       "azure-entra-mfa-all-users",
	Title:    "All users have to sign in with a second factor",
	Why:      "Most taken accounts had a password alone: it is guessed, phished or bought, and nothing else was asked for.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      policyFix("all users but the emergency accounts, all resources, Grant > Require multifactor authentication. Or switch security defaults on.", terraformPolicy(`"all"`, tfAllUsers+tfAllApps, `"mfa"`)),
	Link:     "https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-mfa-strength",
	Needs:    needsPolicies,
	Run: defaultsOr("requires a second factor of all users, at all applications and everywhere", func(_ *checks.Probe, list inventory.Known[[]policy]) inventory.Known[bool] {
		strict := all(enabled, requiresMFA, everyApp, everywhere)
		return inventory.And(
			exists(list, all(strict, everybody)),
			exists(list, all(strict, forGuests)), // which another policy may do
		)
	}),
}

// privilegedRoles are those for which Microsoft's template of the policy
// requires a second factor.
var privilegedRoles = &checks.Param{Name: "roles", Source: "Microsoft Learn, \"Require phishing-resistant multifactor authentication for administrators\": the roles of the template", Default: []string{
	"62e90394-69f5-4237-9190-012177145e10", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "c4e39bd9-1100-46d3-8c65-fb160da0071f",
	"b0f54661-2d74-4c50-afa3-1ec803f12efe", "158c047a-c907-4556-b7ef-446551a6b5f7", "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
	"29232cdf-9323-42fd-ade2-1d097af3e4de", "729827e3-9c14-49f7-bb1b-9608f156bbb8", "966707d0-3269-4727-9be2-8c3a10f19b9d",
	"7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "e8611ab8-c189-46e8-94e1-60213ab1f814", "194ae4cb-b126-40b2-bd5b-6091b380977d",
	"f28a1f50-f6e7-4571-818b-6a12f2af6b6c", "fe930be7-5e62-47db-91af-98c3a49a38b1",
}}

// MFAAdmins asks that administrators have to use a second factor.
var MFAAdmins = &checks.Check{
	ID:       "azure-entra-mfa-admins",
	Title:    "Administrators have to sign in with a second factor",
	Why:      "Whoever has an administrator's password has the directory, and by it every subscription.",
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix: policyFix("the privileged directory roles, all resources, Grant > Require authentication strength > Phishing-resistant MFA.",
		terraformPolicy(`"all"`, "    users {\n      included_roles = [\"62e90394-69f5-4237-9190-012177145e10\"]\n    }\n"+tfAllApps, `"mfa"`)),
	Link:   "https://learn.microsoft.com/entra/identity/conditional-access/policy-admin-phish-resistant-mfa",
	Params: []*checks.Param{privilegedRoles},
	Needs:  needsPolicies,
	Run: defaultsOr("requires a second factor of all privileged roles, at all applications and everywhere", func(p *checks.Probe, list inventory.Known[[]policy]) inventory.Known[bool] {
		want := p.Strings(privilegedRoles)
		admins := either(has(users, "All"), holds(roles, func(ids []string) bool {
			return !slices.ContainsFunc(want, func(r string) bool { return !slices.Contains(ids, r) })
		}))
		return exists(list, all(enabled, requiresMFA, everyApp, everywhere, admins, no(has(excludedRoles, want...))))
	}),
}

// MFAGuests asks that guests have to use a second factor.
var MFAGuests = &checks.Check{
	ID:       "azure-entra-mfa-guests",
	Title:    "Guests have to sign in with a second factor",
	Why:      "How well a guest's own directory guards the account is out of the tenant's hands; what it asks for at its door is not.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: policyFix("Guest or external users (all kinds), all resources, Grant > Require multifactor authentication.",
		terraformPolicy(`"all"`, "    users {\n      included_users = [\"GuestsOrExternalUsers\"]\n    }\n"+tfAllApps, `"mfa"`)),
	Link:  "https://learn.microsoft.com/entra/identity/conditional-access/policy-guests-mfa-strength",
	Needs: needsPolicies,
	Run: defaultsOr("requires a second factor of all guests, at all applications and everywhere", func(_ *checks.Probe, list inventory.Known[[]policy]) inventory.Known[bool] {
		return exists(list, all(enabled, requiresMFA, everyApp, everywhere, forGuests))
	}),
}

// The applications behind which Azure and Microsoft 365 are managed.
const (
	managementAPI = "797f4846-ba00-4fd7-ba43-dac1f8f63013"
	adminPortals  = "MicrosoftAdminPortals"
)

func mfaAt(app string) func(*checks.Probe, inventory.Known[[]policy]) inventory.Known[bool] {
	return func(_ *checks.Probe, list inventory.Known[[]policy]) inventory.Known[bool] {
		return exists(list, all(enabled, requiresMFA, everywhere, everybody, has(apps, "All", app), no(has(excludedApps, app))))
	}
}

// MFAManagement asks for a second factor wherever Azure is managed.
var MFAManagement = &checks.Check{
	ID:       "azure-entra-mfa-azure-management",
	Title:    "Managing Azure takes a second factor",
	Why:      "The portal, the command lines and the API of Azure are one door: whoever passes it with a password can do all that the user may do.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: policyFix("all users, Windows Azure Service Management API, Grant > Require multifactor authentication.",
		terraformPolicy(`"all"`, tfAllUsers+"    applications {\n      included_applications = [\""+managementAPI+"\"]\n    }\n", `"mfa"`)),
	Aliases: []string{"prowler:entra_conditional_access_policy_require_mfa_for_management_api"},
	Link:    "https://learn.microsoft.com/entra/identity/conditional-access/policy-old-require-mfa-azure-mgmt",
	Needs:   needsPolicies,
	Run:     defaultsOr("requires a second factor of all users at Azure's management", mfaAt(managementAPI)),
}

// MFAAdminPortals asks for a second factor at Microsoft's admin portals.
var MFAAdminPortals = &checks.Check{
	ID:       "azure-entra-mfa-admin-portals",
	Title:    "Microsoft's admin portals take a second factor",
	Why:      "Users without a role can look around in the portals too, and an attacker with a password learns from it whom to go for.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: policyFix("all users, Microsoft Admin Portals, Grant > Require multifactor authentication.",
		terraformPolicy(`"all"`, tfAllUsers+"    applications {\n      included_applications = [\""+adminPortals+"\"]\n    }\n", `"mfa"`)),
	Aliases: []string{"prowler:entra_conditional_access_policy_require_mfa_for_admin_portals"},
	Link:    "https://learn.microsoft.com/entra/identity/conditional-access/policy-old-require-mfa-admin-portals",
	Needs:   needsPolicies,
	Run:     defaultsOr("requires a second factor of all users at the admin portals", mfaAt(adminPortals)),
}
