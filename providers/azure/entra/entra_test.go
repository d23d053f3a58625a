package entra

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

func theTenant(t *testing.T, text string, needs ...inventory.Source) *Tenant {
	t.Helper()
	row, ok := Tenants.The(azuretest.Collect(t, text, needs...), "").Peek()
	if !ok || row.ID != azuretest.Tenant || row.Account != azuretest.Tenant {
		t.Fatalf("%+v", row)
	}
	return row
}

const noLicence = `"/v1.0/subscribedSkus": {"value":[{"capabilityStatus":"Enabled","servicePlans":[{"servicePlanName":"EXCHANGE_S_STANDARD"}]},{"capabilityStatus":"Suspended","servicePlans":[{"servicePlanName":"AAD_PREMIUM"}]}]}`

func TestTenantPolicies(t *testing.T) {
	row := theTenant(t, `{"get":{
		"/v1.0/policies/identitySecurityDefaultsEnforcementPolicy": {"isEnabled":true},
		"/v1.0/policies/adminConsentRequestPolicy": {},
		"/v1.0/subscribedSkus": {"value":[{"capabilityStatus":"Enabled","servicePlans":[{"servicePlanName":"AAD_PREMIUM"}]}]},
		"/v1.0/policies/authorizationPolicy": {"allowInvitesFrom":"everyone","guestUserRoleId":"10dae51f-b6af-4016-8d66-8c2a99b929b3","defaultUserRolePermissions":{"allowedToCreateApps":false,"permissionGrantPoliciesAssigned":[]}},
		"/v1.0/groupSettings": {"value":[{"templateId":"5cf42378-d67d-4f36-ba46-e8b86229381d","values":[{"name":"LockoutThreshold","value":"5"},{"name":"LockoutDurationInSeconds","value":""},{"name":"BannedPasswordList","value":"larkspur\tplover"}]}]},
		"/v1.0/policies/authenticationMethodsPolicy": {"policyMigrationState":"migrationComplete","authenticationMethodConfigurations":[{"id":"Sms","state":"disabled"},{"id":"MicrosoftAuthenticator","state":"enabled","featureSettings":{"displayAppInformationRequiredState":{"state":"enabled"}}}]}
	}}`, TenantSecurityDefaults, TenantAdminConsent, TenantLicences, TenantAuthorization, TenantGroups, TenantPasswords, TenantMethods)
	if on, _ := row.SecurityDefaults.Peek(); !on {
		t.Error(row.SecurityDefaults)
	}
	if _, known := row.AdminConsent.Peek(); known {
		t.Error("an answer without isEnabled counts as known")
	}
	if l, _ := row.Licences.Peek(); !l.P1 || l.P2 {
		t.Errorf("%+v", l)
	}
	a, _ := row.Authorization.Peek()
	if may, ok := a.CreateApps.Peek(); may || !ok {
		t.Errorf("%+v", a)
	}
	if _, known := a.CreateTenants.Peek(); known {
		t.Error("a property that the answer lacks counts as known")
	}
	if g, _ := row.Groups.Peek(); g.Creation != inventory.Of(true) {
		t.Errorf("%+v", g)
	}
	p, _ := row.Passwords.Peek()
	if p.LockoutThreshold != inventory.Of(5) || p.LockoutSeconds != inventory.Of(60) || p.BannedWords != inventory.Of(2) {
		t.Errorf("%+v", p)
	}
	if _, known := p.BannedCheck.Peek(); known {
		t.Error("a setting that its object lacks counts as known")
	}
	m, _ := row.Methods.Peek()
	if len(m.Methods) != 2 || m.ShowsApp != inventory.Of("enabled") {
		t.Errorf("%+v", m)
	}
	if _, known := m.ShowsPlace.Peek(); known {
		t.Error("a feature that the answer lacks counts as known")
	}
}

func TestConditionalAccess(t *testing.T) {
	row := theTenant(t, `{"get":{`+noLicence+`,
		"/v1.0/identity/conditionalAccess/namedLocations": {"value":[{"@odata.type":"#microsoft.graph.ipNamedLocation","displayName":"office","isTrusted":true},{"@odata.type":"#microsoft.graph.countryNamedLocation","displayName":"home"}]},
		"/v1.0/identity/conditionalAccess/policies": {"value":[
		{"id":"p1","displayName":"MFA","state":"enabled","conditions":{"users":{"includeUsers":["All"],"excludeUsers":[],"excludeGroups":["g"],"includeRoles":[],"excludeRoles":[],"includeGuestsOrExternalUsers":null,"excludeGuestsOrExternalUsers":{"guestOrExternalUserTypes":"internalGuest,serviceProvider"}},
		 "applications":{"includeApplications":["All"],"excludeApplications":[]},"clientAppTypes":["all"],"signInRiskLevels":[],"userRiskLevels":[],"platforms":null,"locations":{"includeLocations":["All"],"excludeLocations":["AllTrusted"]},"devices":null,"authenticationFlows":{"transferMethods":"deviceCodeFlow,authenticationTransfer"}},
		 "grantControls":{"operator":"OR","builtInControls":[],"termsOfUse":[],"customAuthenticationFactors":[],"authenticationStrength":{"id":"00000000-0000-0000-0000-000000000004","requirementsSatisfied":"mfa"}}},
		{"id":"p2","displayName":"bare","conditions":{},"grantControls":null}
		]}}}`, TenantConditionalAccess, TenantNamedLocations)
	all, _ := row.ConditionalAccess.Peek()
	if len(all) != 2 {
		t.Fatalf("%+v", row.ConditionalAccess)
	}
	mfa, bare := all[0], all[1]
	if v, _ := mfa.Grant.RequiresMFA().Peek(); !v {
		t.Errorf("%+v", mfa.Grant)
	}
	if by, _ := mfa.Narrowed.Peek(); len(by) != 1 || by[0] != "locations" {
		t.Error(by)
	}
	if f, _ := mfa.Flows.Peek(); len(f) != 2 {
		t.Error(f)
	}
	if g, _ := mfa.Users.ExcludeGuests.Peek(); len(g) != 2 {
		t.Error(g)
	}
	if _, known := bare.State.Peek(); known {
		t.Error("a state that the answer lacks counts as known")
	}
	if v, ok := bare.Grant.RequiresMFA().Peek(); v || !ok {
		t.Error("a policy without grant controls asks for something")
	}
	if l, _ := row.NamedLocations.Peek(); len(l) != 2 || l[0].Trusted != inventory.Of(true) || l[1].Trusted != inventory.Of(false) {
		t.Errorf("%+v", l)
	}
}

// Without the licence the refusal says that there are none; with it, or where
// the licences are hidden, it says nothing.
func TestConditionalAccessRefused(t *testing.T) {
	const refusals = `"refused":{"/v1.0/identity/conditionalAccess/policies":"403 AccessDenied","/v1.0/identity/conditionalAccess/namedLocations":"403 AccessDenied"}`
	row := theTenant(t, `{"get":{`+noLicence+`},`+refusals+`}`, TenantConditionalAccess, TenantNamedLocations)
	if all, ok := row.ConditionalAccess.Peek(); !ok || len(all) != 0 {
		t.Errorf("%+v", row.ConditionalAccess)
	}
	if all, ok := row.NamedLocations.Peek(); !ok || len(all) != 0 {
		t.Errorf("%+v", row.NamedLocations)
	}
	row = theTenant(t, `{`+refusals+`}`, TenantConditionalAccess)
	if g, hidden := row.ConditionalAccess.Gap(); !hidden || g.Reason != inventory.Denied {
		t.Errorf("%+v", g)
	}
}

func TestUsers(t *testing.T) {
	read := func(text string) map[string]*User {
		rows := map[string]*User{}
		var gaps inventory.Gaps
		for u := range Users.All(azuretest.Collect(t, text, Users), &gaps) {
			rows[u.ID] = u
		}
		if len(gaps) > 0 {
			t.Error(gaps)
		}
		return rows
	}
	rows := read(`{"get":{"/v1.0/users":{"value":[
		{"id":"u1","userPrincipalName":"a@larkspur.example","userType":"Guest","accountEnabled":true,"onPremisesSyncEnabled":null,"createdDateTime":"2024-01-01T00:00:00Z",
		 "signInActivity":{"lastSignInDateTime":"2026-01-01T00:00:00Z","lastNonInteractiveSignInDateTime":"2026-02-01T00:00:00Z"}},
		{"id":"u2","userType":"Member"}]}}}`)
	u1, u2 := rows["u1"], rows["u2"]
	if last, _ := u1.LastSignIn.Peek(); last.Month() != 2 || u1.Guest != inventory.Of(true) || u1.Synced != inventory.Of(false) || u1.Name != "a@larkspur.example" {
		t.Errorf("%+v", u1)
	}
	if last, ok := u2.LastSignIn.Peek(); !ok || !last.IsZero() {
		t.Errorf("%+v", u2)
	}
	if _, known := u2.Enabled.Peek(); known {
		t.Error("a property that the answer lacks counts as known")
	}
}

func TestRegistrations(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{"/v1.0/reports/authenticationMethods/userRegistrationDetails":{"value":[
		{"id":"u1","isAdmin":true,"isMfaRegistered":true},{"id":"u2","isAdmin":false,"isMfaRegistered":false},{"id":"u3"}]}}}`, AdminRegistrations, UserRegistrations)
	count := func(of *inventory.Type[Registration]) (n int) {
		for range of.All(inv, &inventory.Gaps{}) {
			n++
		}
		return n
	}
	if a, u := count(AdminRegistrations), count(UserRegistrations); a != 2 || u != 2 {
		t.Errorf("%d administrators, %d others: one is told of as neither, and is both", a, u)
	}
	inv = azuretest.Collect(t, `{"refused":{"/v1.0/reports/authenticationMethods/userRegistrationDetails":"403 Authentication_RequestFromNonPremiumTenantOrB2CTenant"}}`, AdminRegistrations)
	var gaps inventory.Gaps
	for range AdminRegistrations.All(inv, &gaps) {
		t.Error("a row")
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Unlicensed {
		t.Error(gaps)
	}
}

func TestRoleAssignments(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{
		"/v1.0/roleManagement/directory/roleAssignments":{"value":[
			{"id":"a1","roleDefinitionId":"62e90394-69f5-4237-9190-012177145e10","principalId":"u1","principal":{"@odata.type":"#microsoft.graph.user","displayName":"Ada"}},
			{"id":"a2","roleDefinitionId":"r","principalId":"g1","principal":{"@odata.type":"#microsoft.graph.group"}},
			{"id":"a3","roleDefinitionId":"r","principalId":"g2","principal":{"@odata.type":"#microsoft.graph.group"}},
			{"id":"a4","roleDefinitionId":"r","principalId":"s","principal":{"@odata.type":"#microsoft.graph.servicePrincipal"}},
			{"id":"a5","roleDefinitionId":"r","principalId":"x"}]},
		"/v1.0/groups/g1/transitiveMembers":{"value":[{"@odata.type":"#microsoft.graph.user","id":"u2"},{"@odata.type":"#microsoft.graph.group","id":"g9"},{"@odata.type":"#microsoft.graph.user","id":"u3"}]}},
		"refused":{"/v1.0/roleManagement/directory/roleEligibilityScheduleInstances":"400 AadPremiumLicenseRequired"}}`, RoleAssignmentUsers)
	var gaps inventory.Gaps
	got := map[string]int{}
	for a := range RoleAssignments.All(inv, &gaps) {
		got[a.ID] = -1
		if users, ok := a.Users.Peek(); ok {
			got[a.ID] = len(users)
		}
	}
	if len(gaps) > 0 || len(got) != 5 || got["a1"] != 1 || got["a2"] != 2 || got["a3"] != 0 || got["a4"] != 0 || got["a5"] != -1 {
		t.Error(got, gaps)
	}
	// Those who may activate a role are hidden where they are refused.
	inv = azuretest.Collect(t, `{"get":{"/v1.0/roleManagement/directory/roleAssignments":{"value":[]}},
		"refused":{"/v1.0/roleManagement/directory/roleEligibilityScheduleInstances":"403 Authorization_RequestDenied"}}`, RoleAssignments)
	for range RoleAssignments.All(inv, &gaps) {
		t.Error("a row")
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
		t.Error(gaps)
	}
}

func TestApplications(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{"/v1.0/applications":{"value":[
		{"id":"a","displayName":"shop","passwordCredentials":[{"keyId":"k","hint":"abc","secretText":null,"startDateTime":"2026-01-01T00:00:00Z","endDateTime":"2028-01-01T00:00:00Z"}],"keyCredentials":[]},
		{"id":"b"}]}}}`, Applications)
	rows := map[string]*Application{}
	for a := range Applications.All(inv, &inventory.Gaps{}) {
		rows[a.ID] = a
	}
	if s, _ := rows["a"].Secrets.Peek(); len(s) != 1 || s[0].KeyID != "k" {
		t.Errorf("%+v", rows["a"])
	}
	if _, known := rows["b"].Secrets.Peek(); known {
		t.Error("credentials that the answer lacks count as known")
	}
}
