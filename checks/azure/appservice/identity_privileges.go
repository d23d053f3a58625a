package appservice

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/azure/authorization"
	"demarc/providers/inventory"
)

// mightyRoles are the built-in roles that change everything in their scope, or
// give roles to others ("Azure built-in roles").
var mightyRoles = map[string]string{
	authorization.Owner:                    "Owner",
	authorization.UserAccessAdministrator:  "User Access Administrator",
	"b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
	"f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
}

// IdentityPrivileges asks that apps' identities cannot do everything.
var IdentityPrivileges = &checks.Check{
	ID:       "azure-appservice-identity-privileges",
	Title:    "Managed identities of apps hold no administrative roles",
	Why:      "A flaw in the code of the app gives away what its identity may do: with such a role, all of the group or the subscription.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "App Services > the app > Settings > Identity > Azure role assignments: remove the role, and give one for what the app needs, on the one resource.",
		CLI:       "az role assignment delete --assignee <principal-id> --role <role> --scope <scope>",
		Terraform: "resource \"azurerm_role_assignment\" \"example\" {\n  scope                = azurerm_storage_account.example.id\n  role_definition_name = \"Storage Blob Data Reader\"\n  principal_id         = azurerm_linux_web_app.example.identity[0].principal_id\n}",
	},
	Aliases: []string{"prowler:app_function_identity_without_admin_privileges"},
	Link:    "https://learn.microsoft.com/azure/role-based-access-control/best-practices",
	Needs:   []inventory.Source{appservice.Sites, authorization.RoleAssignments},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		ids, ok := a.PrincipalIDs.Get(p)
		if !ok {
			return
		}
		if len(ids) == 0 {
			p.Skipf("the app has no managed identity")
			return
		}
		for r := range authorization.RoleAssignments.All(p.Inv, p) {
			id, known := r.PrincipalID.Get(p)
			if known && !slices.Contains(ids, id) {
				continue
			}
			role, named := r.RoleID.Get(p)
			name, mighty := mightyRoles[role]
			if named && !mighty {
				continue
			}
			scope, placed := r.Scope.Get(p)
			if !known || !named || !placed || !broad(scope) {
				continue
			}
			p.Evidence("role", name)
			p.Evidence("scope", scope)
			p.Failf("the app's identity is %s of %s", name, scope)
		}
	}),
}

// broad reports whether a scope holds more than one resource.
func broad(scope string) bool {
	_, below, inside := strings.Cut(scope, "/resourcegroups/")
	return !inside || !strings.Contains(below, "/")
}
