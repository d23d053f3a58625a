package entra

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

var needsAuthorization = []inventory.Source{entra.TenantAuthorization}

// authorizationFix is the fix of a property of the authorization policy.
func authorizationFix(console, property, value string) checks.Fix {
	body, hcl := "{\""+property+"\": "+value+"}", "    "+property+" = "+value+"\n"
	if outer, inner, nested := strings.Cut(property, "."); nested {
		body, hcl = "{\""+outer+"\": {\""+inner+"\": "+value+"}}", "    "+outer+" = {\n      "+inner+" = "+value+"\n    }\n"
	}
	return checks.Fix{
		Console:   "Microsoft Entra admin center > " + console,
		CLI:       "az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy --body '" + body + "'",
		Terraform: "resource \"msgraph_update_resource\" \"example\" {\n  url  = \"policies/authorizationPolicy\"\n  body = {\n" + hcl + "  }\n}",
	}
}

// forbidden makes the Run of a check that users may not do something.
func forbidden(property, what string, of func(entra.AuthorizationPolicy) inventory.Known[bool]) checks.Run {
	return checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		if may, ok := inventory.Then(t.Authorization, of).Get(p); ok && may {
			p.Evidence(property, true)
			p.Failf("%s", what)
		}
	})
}

// AppRegistration asks that users cannot register applications.
var AppRegistration = &checks.Check{
	ID:       "azure-entra-app-registration-restricted",
	Title:    "Users cannot register applications",
	Why:      "An application of the tenant's own looks trustworthy to its users, and can ask them for their data.",
	Severity: checks.High,
	Area:     checks.Directory,
	Fix:      authorizationFix("Identity > Users > User settings > Users can register applications: No.", "defaultUserRolePermissions.allowedToCreateApps", "false"),
	Aliases:  []string{"prowler:entra_policy_ensure_default_user_cannot_create_apps"},
	Link:     "https://learn.microsoft.com/entra/identity/role-based-access-control/delegate-app-roles",
	Needs:    needsAuthorization,
	Run: forbidden("allowedToCreateApps", "every user may register applications", func(a entra.AuthorizationPolicy) inventory.Known[bool] {
		return a.CreateApps
	}),
}

// TenantCreation asks that users cannot create tenants.
var TenantCreation = &checks.Check{
	ID:       "azure-entra-tenant-creation-restricted",
	Title:    "Users cannot create tenants",
	Why:      "Who creates a tenant is its Global Administrator: a directory in the company's name that none of its rules reach.",
	Severity: checks.Medium,
	Area:     checks.Directory,
	Fix:      authorizationFix("Identity > Users > User settings > Restrict non-admin users from creating tenants: Yes.", "defaultUserRolePermissions.allowedToCreateTenants", "false"),
	Aliases:  []string{"prowler:entra_policy_ensure_default_user_cannot_create_tenants"},
	Link:     "https://learn.microsoft.com/entra/fundamentals/users-default-permissions",
	Needs:    needsAuthorization,
	Run: forbidden("allowedToCreateTenants", "every user may create tenants", func(a entra.AuthorizationPolicy) inventory.Known[bool] {
		return a.CreateTenants
	}),
}

// SecurityGroupCreation asks that users cannot create security groups.
var SecurityGroupCreation = &checks.Check{
	ID:       "azure-entra-security-group-creation-restricted",
	Title:    "Users cannot create security groups",
	Why:      "Groups give access. Made by anyone, owned by whoever left, they are hard to review.",
	Severity: checks.Low,
	Area:     checks.Directory,
	Fix:      authorizationFix("Identity > Groups > General > Users can create security groups: No.", "defaultUserRolePermissions.allowedToCreateSecurityGroups", "false"),
	Aliases:  []string{"prowler:entra_policy_default_users_cannot_create_security_groups"},
	Link:     "https://learn.microsoft.com/entra/identity/users/groups-self-service-management",
	Needs:    needsAuthorization,
	Run: forbidden("allowedToCreateSecurityGroups", "every user may create security groups", func(a entra.AuthorizationPolicy) inventory.Known[bool] {
		return a.CreateSecurityGroups
	}),
}

// EmailVerifiedJoin asks that nobody joins the tenant by an e-mail address alone.
var EmailVerifiedJoin = &checks.Check{
	ID:       "azure-entra-email-verified-join-blocked",
	Title:    "Nobody joins the tenant by proving an e-mail address",
	Why:      "Whoever can read a mailbox of the domain, a leaver's forwarded one too, makes an account in the directory by it.",
	Severity: checks.Medium,
	Area:     checks.Directory,
	Fix:      authorizationFix("no page has it: use the command.", "allowEmailVerifiedUsersToJoinOrganization", "false"),
	Link:     "https://learn.microsoft.com/entra/identity/users/directory-self-service-signup",
	Needs:    needsAuthorization,
	Run: forbidden("allowEmailVerifiedUsersToJoinOrganization", "anyone who proves an e-mail address of the domain may join", func(a entra.AuthorizationPolicy) inventory.Known[bool] {
		return a.EmailVerifiedJoin
	}),
}

// GuestAccess asks that guests see of the directory as little as can be.
var GuestAccess = &checks.Check{
	ID:       "azure-entra-guest-access-restricted",
	Title:    "Guests see no more of the directory than themselves",
	Why:      "A guest that can list users and groups knows whom to write to, and whom to be.",
	Severity: checks.Medium,
	Area:     checks.Directory,
	Fix:      authorizationFix("Identity > External Identities > External collaboration settings > Guest user access: restricted to properties and memberships of their own directory objects.", "guestUserRoleId", "\""+entra.GuestRestricted+"\""),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.3.2"}},
	Aliases:  []string{"prowler:entra_policy_guest_users_access_restrictions"},
	Link:     "https://learn.microsoft.com/entra/identity/users/users-restrict-guest-permissions",
	Needs:    needsAuthorization,
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		role, ok := inventory.Then(t.Authorization, func(a entra.AuthorizationPolicy) inventory.Known[string] { return a.GuestUserRoleID }).Get(p)
		switch role = strings.ToLower(role); {
		case !ok || role == entra.GuestRestricted:
			return
		case role == entra.GuestAsUser:
			p.Rank(checks.High)
			p.Failf("guests see as much of the directory as members")
		case role == entra.GuestLimited:
			p.Failf("guests see other users and groups")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "Microsoft Graph /policies/authorizationPolicy", Where: "a guest role that is not known"})
		}
		p.Evidence("guestUserRoleId", role)
	}),
}

// GuestInvitations asks that administrators, or those they name, invite guests.
var GuestInvitations = &checks.Check{
	ID:       "azure-entra-guest-invitations-restricted",
	Title:    "Only those with a role for it can invite guests",
	Why:      "Each guest is an account that nobody hired; where every member, or every guest, can invite, nobody knows who has access and why.",
	Severity: checks.Medium,
	Area:     checks.Directory,
	Fix:      authorizationFix("Identity > External Identities > External collaboration settings > Guest invite settings: only users assigned to specific admin roles.", "allowInvitesFrom", "\"adminsAndGuestInviters\""),
	Aliases:  []string{"prowler:entra_policy_guest_invite_only_for_admin_roles"},
	Link:     "https://learn.microsoft.com/entra/external-id/external-collaboration-settings-configure",
	Needs:    needsAuthorization,
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		from, ok := inventory.Then(t.Authorization, func(a entra.AuthorizationPolicy) inventory.Known[string] { return a.AllowInvitesFrom }).Get(p)
		if ok && from != "none" && from != "adminsAndGuestInviters" {
			p.Evidence("allowInvitesFrom", from)
			p.Failf("guests may be invited by more than administrators and guest inviters: %s", from)
		}
	}),
}

// consents are the policies by which users may consent for themselves.
func consents(t *entra.Tenant) inventory.Known[[]string] {
	return inventory.Then(t.Authorization, func(a entra.AuthorizationPolicy) inventory.Known[[]string] {
		return inventory.Map(a.GrantPolicies, func(all []string) []string {
			var own []string
			for _, p := range all {
				if kind, name, _ := strings.Cut(strings.ToLower(p), "."); kind == "managepermissiongrantsforself" {
					own = append(own, name)
				}
			}
			return own
		})
	})
}

func consentFix(value string) checks.Fix {
	return authorizationFix("Identity > Applications > Enterprise applications > Consent and permissions > User consent settings.", "defaultUserRolePermissions.permissionGrantPoliciesAssigned", value)
}

// UserConsent asks that users cannot give applications access to their data.
var UserConsent = &checks.Check{
	ID:       "azure-entra-user-consent-disabled",
	Title:    "Users cannot consent to applications",
	Why:      "One click on a well-made page gives an attacker's application the user's mail and files, past password and second factor.",
	Severity: checks.Medium,
	Area:     checks.Directory,
	Fix:      consentFix("[]"),
	Aliases:  []string{"prowler:entra_policy_restricts_user_consent_for_apps"},
	Link:     "https://learn.microsoft.com/entra/identity/enterprise-apps/configure-user-consent",
	Needs:    needsAuthorization,
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		if own, ok := consents(t).Get(p); ok && len(own) > 0 {
			p.Evidence("permissionGrantPoliciesAssigned", own)
			p.Failf("users may consent to applications for themselves")
		}
	}),
}

// UserConsentLegacy asks that users cannot consent to whatever an application asks for.
var UserConsentLegacy = &checks.Check{
	ID:       "azure-entra-user-consent-limited",
	Title:    "Users consent to verified publishers and harmless permissions at most",
	Why:      "Without a limit a user can give an unknown application everything that needs no administrator: mail, files, contacts.",
	Severity: checks.High,
	Area:     checks.Directory,
	Fix:      consentFix("[\"ManagePermissionGrantsForSelf.microsoft-user-default-low\"]"),
	Aliases:  []string{"prowler:entra_policy_user_consent_for_verified_apps"},
	Link:     "https://learn.microsoft.com/entra/identity/enterprise-apps/manage-app-consent-policies",
	Needs:    needsAuthorization,
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		own, ok := consents(t).Get(p)
		if !ok {
			return
		}
		// "microsoft-user-default-recommended" is Microsoft's managed policy, which it keeps stricter than the low one.
		known := []string{"microsoft-user-default-low", "microsoft-user-default-recommended"}
		for _, name := range own {
			switch {
			case name == "microsoft-user-default-legacy":
				p.Evidence("permissionGrantPoliciesAssigned", own)
				p.Failf("users may consent to all applications")
			case !slices.Contains(known, name): // a policy of the tenant's own
				p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the contents of the consent policy " + name})
			}
		}
	}),
}
