package entra

import (
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

var (
	minGlobalAdmins = &checks.Param{Name: "min", Default: 2, Unit: "users", Source: "Microsoft Learn, \"Manage emergency access accounts\": two or more"}
	maxGlobalAdmins = &checks.Param{Name: "max", Default: 4, Unit: "users", Source: "Microsoft Learn, \"Best practices for Microsoft Entra roles\": fewer than five"}
)

// GlobalAdministrators asks for few Global Administrators, and more than one.
var GlobalAdministrators = &checks.Check{
	ID:       "azure-entra-global-administrators",
	Title:    "Two to four users are, or may become, Global Administrators",
	Why:      "Each one more is a way to lose the whole tenant; with one alone, a lost telephone locks everybody out.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Roles & admins > Global Administrator > remove those that a lesser role serves.",
		CLI:       "az rest --method delete --url https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments/<assignment>",
		Terraform: "resource \"azuread_directory_role_assignment\" \"example\" {\n  role_id             = azuread_directory_role.global_administrator.template_id\n  principal_object_id = \"<user>\"\n}",
	},
	Aliases: []string{"prowler:entra_global_admin_in_less_than_five_users"},
	Link:    "https://learn.microsoft.com/entra/identity/role-based-access-control/best-practices",
	Params:  []*checks.Param{minGlobalAdmins, maxGlobalAdmins},
	Needs:   []inventory.Source{entra.Tenants, entra.RoleAssignmentUsers},
	Run: checks.Each(entra.Tenants, func(p *checks.Probe, _ *entra.Tenant) {
		admins := map[string]bool{}
		for a := range entra.RoleAssignments.All(p.Inv, p) {
			role, ok := a.RoleID.Get(p)
			if !ok || !strings.EqualFold(role, entra.GlobalAdministrator) {
				continue
			}
			ids, _ := a.Users.Get(p)
			for _, id := range ids {
				admins[id] = true
			}
		}
		p.Evidence("globalAdministrators", len(admins))
		p.Evidence("ids", slices.Sorted(maps.Keys(admins)))
		switch least, most := p.Int(minGlobalAdmins), p.Int(maxGlobalAdmins); {
		case len(admins) > most:
			p.Failf("%d users are, or may become, Global Administrators, more than %d", len(admins), most)
		case len(admins) < least:
			p.Absentf("%d users are, or may become, Global Administrators, fewer than %d", len(admins), least)
		}
	}),
}

// holders asks of each directory role that is held what is wrong with those
// that hold it.
func holders(wrong func(*entra.User) inventory.Known[bool], what string) checks.Run {
	return checks.Each(entra.RoleAssignments, func(p *checks.Probe, a *entra.RoleAssignment) {
		ids, _ := a.Users.Get(p)
		var found []string
		for _, id := range ids {
			user, ok := entra.Users.ByID(p.Inv, "", id).Get(p)
			if !ok || user == nil { // deleted since
				continue
			}
			if bad, ok := wrong(user).Get(p); ok && bad {
				found = append(found, user.ID)
			}
		}
		if len(found) > 0 {
			role, _ := a.RoleID.Peek()
			p.Evidence("roleDefinitionId", role)
			p.Evidence("users", found)
			if strings.EqualFold(role, entra.GlobalAdministrator) {
				p.Rank(checks.Critical)
			}
			p.Failf("%d of those who hold the role %s", len(found), what)
		}
	})
}

var needsHolders = []inventory.Source{entra.RoleAssignmentUsers, entra.Users}

// GuestRoles asks that guests hold no directory roles.
var GuestRoles = &checks.Check{
	ID:       "azure-entra-guests-without-roles",
	Title:    "Guests hold no directory roles",
	Why:      "A guest's account is looked after by another organization: its leavers, its passwords and its break-ins become this tenant's administrators.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Roles & admins > the role > Assignments > remove the guest.",
		CLI:       "az rest --method delete --url https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments/<assignment>",
		Terraform: "resource \"azuread_directory_role_assignment\" \"example\" {\n  role_id             = \"<role>\"\n  principal_object_id = \"<a member, not a guest>\"\n}",
	},
	Link:  "https://learn.microsoft.com/entra/identity/role-based-access-control/best-practices",
	Needs: needsHolders,
	Run:   holders(func(u *entra.User) inventory.Known[bool] { return u.Guest }, "are guests"),
}

// CloudOnlyAdmins asks that administrators are not synchronized from elsewhere.
var CloudOnlyAdmins = &checks.Check{
	ID:       "azure-entra-admins-cloud-only",
	Title:    "Directory roles are held by accounts of the cloud alone",
	Why:      "Whoever takes over the directory on the premises takes over every account that is synchronized from it, and by an administrator's the cloud.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Users > New user: an account in the cloud for administration; then Roles & admins: move the role to it.",
		CLI:       "az ad user create --display-name <name> --user-principal-name <name>@<tenant>.onmicrosoft.com --password <password> --force-change-password-next-sign-in true",
		Terraform: "resource \"azuread_user\" \"example\" {\n  user_principal_name = \"<name>@<tenant>.onmicrosoft.com\"\n  display_name        = \"<name>\"\n}",
	},
	Link:  "https://learn.microsoft.com/entra/architecture/protect-m365-from-on-premises-attacks",
	Needs: needsHolders,
	Run:   holders(func(u *entra.User) inventory.Known[bool] { return u.Synced }, "are synchronized from a directory on the premises"),
}
