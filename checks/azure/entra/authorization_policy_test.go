package entra

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func authorized(set func(*entra.AuthorizationPolicy)) *inventory.Inventory {
	var a entra.AuthorizationPolicy
	set(&a)
	return tenant(func(t *entra.Tenant) { t.Authorization = inventory.Of(a) })
}

var policyHidden = checktest.Case{
	Name: "hidden", Want: unknown,
	Have: tenant(func(t *entra.Tenant) { t.Authorization = dark[entra.AuthorizationPolicy]() }),
}

func TestForbidden(t *testing.T) {
	for c, at := range map[*checks.Check]func(*entra.AuthorizationPolicy) *inventory.Known[bool]{
		AppRegistration:       func(a *entra.AuthorizationPolicy) *inventory.Known[bool] { return &a.CreateApps },
		TenantCreation:        func(a *entra.AuthorizationPolicy) *inventory.Known[bool] { return &a.CreateTenants },
		SecurityGroupCreation: func(a *entra.AuthorizationPolicy) *inventory.Known[bool] { return &a.CreateSecurityGroups },
		EmailVerifiedJoin:     func(a *entra.AuthorizationPolicy) *inventory.Known[bool] { return &a.EmailVerifiedJoin },
	} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(k inventory.Known[bool]) *inventory.Inventory {
				return authorized(func(a *entra.AuthorizationPolicy) { *at(a) = k })
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "forbidden", Have: have(inventory.Of(false)), Want: pass},
				{Name: "allowed", Have: have(inventory.Of(true)), Want: fail},
				{Name: "not answered", Have: have(dark[bool]()), Want: unknown},
				policyHidden,
			})
		})
	}
}

func TestGuestAccess(t *testing.T) {
	have := func(role string) *inventory.Inventory {
		return authorized(func(a *entra.AuthorizationPolicy) { a.GuestUserRoleID = inventory.Of(role) })
	}
	checktest.Run(t, GuestAccess, []checktest.Case{
		{Name: "restricted", Have: have("2AF84B1E-32c8-42b7-82bc-daa82404023b"), Want: pass},
		{Name: "limited", Have: have(entra.GuestLimited), Want: fail, Severity: checks.Medium},
		{Name: "as members", Have: have(entra.GuestAsUser), Want: fail, Severity: checks.High},
		{Name: "another role", Have: have("00000000-0000-0000-0000-000000000001"), Want: unknown},
		policyHidden,
	})
}

func TestGuestInvitations(t *testing.T) {
	have := func(from string) *inventory.Inventory {
		return authorized(func(a *entra.AuthorizationPolicy) { a.AllowInvitesFrom = inventory.Of(from) })
	}
	checktest.Run(t, GuestInvitations, []checktest.Case{
		{Name: "nobody", Have: have("none"), Want: pass},
		{Name: "those with a role", Have: have("adminsAndGuestInviters"), Want: pass},
		{Name: "members", Have: have("adminsGuestInvitersAndAllMembers"), Want: fail},
		{Name: "everyone", Have: have("everyone"), Want: fail},
		policyHidden,
	})
}

func TestUserConsent(t *testing.T) {
	have := func(policies ...string) *inventory.Inventory {
		return authorized(func(a *entra.AuthorizationPolicy) { a.GrantPolicies = inventory.Of(policies) })
	}
	const self = "ManagePermissionGrantsForSelf."
	owned := have("ManagePermissionGrantsForOwnedResource.microsoft-dynamically-managed-permissions-for-team")
	checktest.Run(t, UserConsent, []checktest.Case{
		{Name: "none", Have: have(), Want: pass},
		{Name: "owners of teams", Have: owned, Want: pass},
		{Name: "low", Have: have(self + "microsoft-user-default-low"), Want: fail},
		policyHidden,
	})
	checktest.Run(t, UserConsentLegacy, []checktest.Case{
		{Name: "none", Have: have(), Want: pass},
		{Name: "low", Have: have(self + "microsoft-user-default-low"), Want: pass},
		{Name: "all", Have: have(self+"microsoft-user-default-legacy", self+"own"), Want: fail},
		{Name: "a policy of the tenant's own", Have: have(self + "own"), Want: unknown},
		policyHidden,
	})
}
