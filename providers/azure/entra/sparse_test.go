package entra

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

// A row of a listing that does not say what it is ends the listing: what comes
// after it is not known.
func TestUnnamedRows(t *testing.T) {
	count := func(inv *inventory.Inventory, gaps *inventory.Gaps) map[string]int {
		n := map[string]int{}
		for range Applications.All(inv, gaps) {
			n["applications"]++
		}
		for range Users.All(inv, gaps) {
			n["users"]++
		}
		for range RoleAssignments.All(inv, gaps) {
			n["assignments"]++
		}
		for range UserRegistrations.All(inv, gaps) {
			n["registrations"]++
		}
		return n
	}
	const rows = `{"value":[{"id":"1","isAdmin":false},{"displayName":"nameless","isAdmin":false}]}`
	inv := azuretest.Collect(t, `{"get":{"/v1.0/applications":`+rows+`,"/v1.0/users":`+rows+`,"/v1.0/roleManagement/directory/roleAssignments":`+rows+`,
		"/v1.0/reports/authenticationMethods/userRegistrationDetails":`+rows+`},"refused":{"/v1.0/roleManagement/directory/roleEligibilityScheduleInstances":"400 AadPremiumLicenseRequired"}}`,
		Applications, Users, RoleAssignments, UserRegistrations)
	var gaps inventory.Gaps
	for what, n := range count(inv, &gaps) {
		if n != 1 {
			t.Errorf("%d %s", n, what)
		}
	}
	if len(gaps) != 4 {
		t.Errorf("%d gaps: %v", len(gaps), gaps)
	}
	for _, g := range gaps {
		if g.Cause == "" {
			t.Errorf("%+v", g)
		}
	}
}

// A member of a group without an id might be the guest that holds the role.
func TestUnnamedMembers(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{
		"/v1.0/roleManagement/directory/roleAssignments":{"value":[{"id":"a","roleDefinitionId":"r","principalId":"g","principal":{"@odata.type":"#microsoft.graph.group"}}]},
		"/v1.0/groups/g/transitiveMembers":{"value":[{"@odata.type":"#microsoft.graph.user"}]}}}`, RoleAssignmentUsers)
	for a := range RoleAssignments.All(inv, &inventory.Gaps{}) {
		if _, known := a.Users.Peek(); known {
			t.Errorf("%+v", a.Users)
		}
	}
}

// What is left out of the tenant's settings is not at its preset.
func TestSparseSettings(t *testing.T) {
	fields := []inventory.Source{TenantPasswords, TenantMethods, TenantLicences}
	row := theTenant(t, `{"get":{
		"/v1.0/groupSettings":{"value":[{"templateId":"5CF42378-d67d-4f36-ba46-e8b86229381d","values":[{"name":"LockoutThreshold"},{"name":"LockoutDurationInSeconds","value":""}]}]},
		"/v1.0/subscribedSkus":{"value":[{"capabilityStatus":"Enabled","servicePlans":[{"provisioningStatus":"Success"}]}]},
		"/v1.0/policies/authenticationMethodsPolicy":{"authenticationMethodConfigurations":[{"state":"enabled"}]}}}`, fields...)
	p, _ := row.Passwords.Peek()
	if _, known := p.LockoutThreshold.Peek(); known || p.LockoutSeconds != inventory.Of(60) {
		t.Errorf("%+v", p)
	}
	if _, known := row.Methods.Peek(); known {
		t.Error("a method without an id is no method")
	}
	if _, known := row.Licences.Peek(); known {
		t.Error("a plan without a name is no licence")
	}
	row = theTenant(t, `{"get":{"/v1.0/groupSettings":{"value":[{"values":[{"name":"LockoutThreshold","value":"50"}]}]}}}`, fields...)
	if _, known := row.Passwords.Peek(); known {
		t.Error("settings of no template are the settings of none")
	}
}

// A condition that is set and left out in part might be what keeps the policy
// from applying.
func TestSparseConditions(t *testing.T) {
	row := theTenant(t, `{"get":{`+noLicence+`,"/v1.0/identity/conditionalAccess/policies":{"value":[
		{"id":"platforms","conditions":{"platforms":{"includePlatforms":["all"]}}},
		{"id":"locations","conditions":{"locations":{"excludeLocations":[]}}},
		{"id":"everywhere","conditions":{"platforms":{"includePlatforms":["all"],"excludePlatforms":[]},"locations":{"includeLocations":["All"],"excludeLocations":[]}}},
		{"id":"flows","conditions":{"authenticationFlows":{},"users":{"excludeGuestsOrExternalUsers":{}}},"grantControls":{"operator":"OR","builtInControls":["mfa"],"termsOfUse":[]}}]}}}`, TenantConditionalAccess)
	all, _ := row.ConditionalAccess.Peek()
	if len(all) != 4 {
		t.Fatal(all)
	}
	if by, ok := all[2].Narrowed.Peek(); !ok || len(by) != 0 {
		t.Errorf("%+v", all[2].Narrowed)
	}
	for what, known := range map[string]func() bool{
		"platforms": func() bool { _, ok := all[0].Narrowed.Peek(); return ok },
		"locations": func() bool { _, ok := all[1].Narrowed.Peek(); return ok },
		"flows":     func() bool { _, ok := all[3].Flows.Peek(); return ok },
		"guests":    func() bool { _, ok := all[3].Users.ExcludeGuests.Peek(); return ok },
		"factors":   func() bool { _, ok := all[3].Grant.RequiresMFA().Peek(); return ok },
	} {
		if known() {
			t.Errorf("%s that the answer lacks count as known", what)
		}
	}
}
