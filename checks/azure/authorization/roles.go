package authorization

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/authorization"
	"demarc/providers/inventory"
)

// CustomOwner asks that nobody made a second Owner.
var CustomOwner = &checks.Check{
	ID:       "azure-authorization-no-custom-owner-role",
	Title:    "No custom role is as mighty as Owner",
	Why:      "Reviews look for Owner. A role of another name that may do all, give access too, goes unseen.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Subscriptions > the subscription > Access control (IAM) > Roles > Type: CustomRole > the role > Delete, or replace * by the actions that are needed.",
		CLI:       "az role definition delete --name <role>",
		Terraform: "resource \"azurerm_role_definition\" \"example\" {\n  name  = \"example\"\n  scope = \"<subscription>\"\n  permissions {\n    actions     = [\"Microsoft.Compute/virtualMachines/read\"]\n    not_actions = []\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.4"}},
	Aliases:  []string{"prowler:iam_subscription_roles_owner_custom_not_created"},
	Link:     "https://learn.microsoft.com/azure/role-based-access-control/custom-roles",
	Needs:    []inventory.Source{authorization.CustomRoles},
	Run: checks.Each(authorization.CustomRoles, func(p *checks.Probe, r *authorization.CustomRole) {
		mighty, ok := inventory.And(
			inventory.Map(r.Permissions, func(all []authorization.Permission) bool {
				every := slices.ContainsFunc(all, func(p authorization.Permission) bool { return slices.Contains(p.Actions, "*") })
				return every && authorization.Allows(all, "Microsoft.Authorization/roleAssignments/write")
			}),
			inventory.Map(r.Scopes, func(all []string) bool { return slices.ContainsFunc(all, wide) }),
		).Get(p)
		if ok && mighty {
			scopes, _ := r.Scopes.Peek()
			p.Evidence("actions", "*")
			p.Evidence("assignableScopes", scopes)
			p.Failf("the role may do everything, give access too, in whole subscriptions")
		}
	}),
}

// wide reports whether a scope is a subscription or something above one.
func wide(scope string) bool {
	parts := strings.Split(strings.Trim(strings.ToLower(scope), "/"), "/")
	return parts[0] == "" || parts[0] == "subscriptions" && len(parts) == 2 || strings.HasPrefix(strings.ToLower(scope), "/providers/microsoft.management/managementgroups/")
}

// LockRole asks for a role that may lift locks and do little else.
var LockRole = &checks.Check{
	ID:       "azure-authorization-lock-administrator-role",
	Title:    "A custom role administers resource locks",
	Why:      "Where only Owners may set and lift locks, whoever works with locks has to be an Owner.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Subscriptions > the subscription > Access control (IAM) > Add custom role > Permissions: Microsoft.Authorization/locks/*.",
		CLI:       "az role definition create --role-definition '{\"Name\": \"Resource Lock Administrator\", \"Actions\": [\"Microsoft.Authorization/locks/*\"], \"AssignableScopes\": [\"/subscriptions/<subscription>\"]}'",
		Terraform: "resource \"azurerm_role_definition\" \"example\" {\n  name  = \"Resource Lock Administrator\"\n  scope = \"<subscription>\"\n  permissions {\n    actions = [\"Microsoft.Authorization/locks/*\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.5"}},
	Aliases:  []string{"prowler:iam_custom_role_has_permissions_to_administer_resource_locks"},
	Link:     "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
	Needs:    []inventory.Source{authorization.Tenants, authorization.CustomRoles},
	Run: checks.Each(authorization.Tenants, func(p *checks.Probe, _ *authorization.Tenant) {
		var all []inventory.Known[bool]
		for r := range authorization.CustomRoles.All(p.Inv, p) {
			may := inventory.Map(r.Permissions, administersLocks)
			if yes, _ := may.Peek(); yes {
				return
			}
			all = append(all, may)
		}
		if _, known := inventory.Or(all...).Get(p); known {
			p.Evidence("customRoles", len(all))
			p.Absentf("none of the %d custom roles is for administering resource locks", len(all))
		}
	}),
}

// administersLocks reports whether a role names locks and may set and lift
// them. One that may do everything is no role for locks.
func administersLocks(all []authorization.Permission) bool {
	named := slices.ContainsFunc(all, func(p authorization.Permission) bool {
		return slices.ContainsFunc(p.Actions, func(a string) bool {
			return strings.HasPrefix(strings.ToLower(a), "microsoft.authorization/locks/")
		})
	})
	return named && authorization.Allows(all, "Microsoft.Authorization/locks/write") && authorization.Allows(all, "Microsoft.Authorization/locks/delete")
}

// RootAccess asks that nobody kept the access that is meant for emergencies.
var RootAccess = &checks.Check{
	ID:       "azure-authorization-root-user-access-administrator",
	Title:    "Nobody is User Access Administrator of the root",
	Why:      "A Global Administrator can raise himself to it, and with it give himself, and others, any role in every subscription. It is to be given back after use.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Identity > Overview > Properties > Access management for Azure resources: No, as the user it is; or Manage elevated access users.",
		CLI:       "az role assignment delete --assignee <principal> --role \"User Access Administrator\" --scope /",
		Terraform: "resource \"azurerm_role_assignment\" \"example\" {\n  scope                = \"<a subscription, not the root>\"\n  role_definition_name = \"User Access Administrator\"\n  principal_id         = \"<principal>\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.3.3"}},
	Aliases:  []string{"prowler:iam_role_user_access_admin_restricted"},
	Link:     "https://learn.microsoft.com/azure/role-based-access-control/elevate-access-global-admin",
	Needs:    []inventory.Source{authorization.TenantRootAssignments},
	Run: checks.Each(authorization.Tenants, func(p *checks.Probe, t *authorization.Tenant) {
		all, ok := t.RootAssignments.Get(p)
		if !ok {
			return
		}
		var holders []string
		for _, a := range all {
			if role, ok := a.RoleID.Get(p); ok && role == authorization.UserAccessAdministrator {
				id, _ := a.PrincipalID.Peek()
				holders = append(holders, id)
			}
		}
		if len(holders) > 0 {
			p.Evidence("principalIds", holders)
			p.Failf("%d hold User Access Administrator at the root, above all subscriptions", len(holders))
		}
	}),
}

// SubscriptionTransfer asks that subscriptions stay in their tenant.
var SubscriptionTransfer = &checks.Check{
	ID:       "azure-authorization-subscription-transfer-blocked",
	Title:    "Subscriptions neither leave the tenant nor enter it",
	Why:      "An Owner can take a subscription, with all that is in it, to a tenant that no policy of this one reaches; one that is brought in comes with whatever it holds.",
	Severity: checks.Medium,
	Area:     checks.Directory,
	Fix: checks.Fix{
		Console:   "Subscriptions > Manage Policies > Subscription leaving and Subscription entering Microsoft Entra tenant: Permit no one.",
		CLI:       "az rest --method put --url 'https://management.azure.com/providers/Microsoft.Subscription/policies/default?api-version=2021-10-01' --body '{\"properties\": {\"blockSubscriptionsLeavingTenant\": true, \"blockSubscriptionsIntoTenant\": true}}'",
		Terraform: "resource \"azapi_resource_action\" \"example\" {\n  type        = \"Microsoft.Subscription/policies@2021-10-01\"\n  resource_id = \"/providers/Microsoft.Subscription/policies/default\"\n  method      = \"PUT\"\n  body = {\n    properties = {\n      blockSubscriptionsLeavingTenant = true\n      blockSubscriptionsIntoTenant    = true\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.6"}},
	Link:     "https://learn.microsoft.com/azure/cost-management-billing/manage/manage-azure-subscription-policy",
	Needs:    []inventory.Source{authorization.TenantTransfers},
	Run: checks.Each(authorization.Tenants, func(p *checks.Probe, t *authorization.Tenant) {
		policy, ok := t.Transfers.Get(p)
		if !ok {
			return
		}
		if blocked, ok := policy.BlocksLeaving.Get(p); ok && !blocked {
			p.Evidence("blockSubscriptionsLeavingTenant", false)
			p.Failf("subscriptions may leave the tenant")
		}
		if blocked, ok := policy.BlocksEntry.Get(p); ok && !blocked {
			p.Evidence("blockSubscriptionsIntoTenant", false)
			p.Failf("subscriptions may enter the tenant")
		}
	}),
}

// ClassicAdministrators asks that nobody is left from the time before roles.
var ClassicAdministrators = &checks.Check{
	ID:       "azure-authorization-no-classic-administrators",
	Title:    "No classic administrator is left",
	Why:      "Microsoft retired them in August 2024. One that is left may be an access that nobody reviews, and is to be replaced by a role.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Subscriptions > the subscription > Access control (IAM) > Classic administrators > Remove.",
		CLI:       "az role assignment list --include-classic-administrators --subscription <subscription>",
		Terraform: "resource \"azurerm_role_assignment\" \"example\" {\n  scope                = \"<subscription>\"\n  role_definition_name = \"Reader\"\n  principal_id         = \"<principal>\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/role-based-access-control/classic-administrators",
	Needs: []inventory.Source{authorization.Subscriptions, authorization.ClassicAdministrators},
	Run: checks.Each(authorization.Subscriptions, func(p *checks.Probe, _ *authorization.Subscription) {
		var found []string
		for a := range authorization.ClassicAdministrators.Own(p.Inv, p) {
			all, _ := a.Roles.Get(p)
			access := slices.ContainsFunc(all, func(role string) bool { return !strings.EqualFold(role, "AccountAdministrator") }) // who pays: no access to resources
			if access {
				found = append(found, a.ID)
			}
		}
		if len(found) > 0 {
			p.Evidence("classicAdministrators", found)
			p.Failf("%d accounts are still classic administrators", len(found))
		}
	}),
}
