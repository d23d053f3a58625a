package authorization

import (
	"strings"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const sub = "/subscriptions/" + azuretest.Subscription

func TestSubscription(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{
		"`+sub+`/providers/Microsoft.Authorization/policyAssignments":{"value":[
			{"name":"SecurityCenterBuiltIn","properties":{"scope":"`+sub+`","policyDefinitionId":"/providers/Microsoft.Authorization/policySetDefinitions/1F3AFDF9-d0c9-4c3d-847f-89da613e70a8","enforcementMode":"Default","parameters":{"b":{"value":"Disabled"},"a":{"value":"disabled"},"n":{"value":3}}}},
			{"name":"elsewhere","properties":{"notScopes":["`+strings.ToUpper(sub)+`"],"policyDefinitionId":"/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"}},
			{"name":"other","properties":{"policyDefinitionId":"/x"}}]},
		"/v1.0/reports/authenticationMethods/userRegistrationDetails":{"value":[{"id":"U1","isMfaRegistered":true},{"id":"u2"}]}}}`, SubscriptionBenchmark, SubscriptionMFA)
	row, _ := Subscriptions.The(inv, "").Peek()
	all, _ := row.Benchmark.Peek()
	if len(all) != 1 || len(all[0].Disabled) != 2 || all[0].Disabled[0] != "a" || all[0].Enforcement != inventory.Of("Default") {
		t.Errorf("%+v", row.Benchmark)
	}
	if m, _ := row.MFA.Peek(); len(m) != 1 || !m["u1"] {
		t.Errorf("%+v: of one it is not told", m)
	}
}

func TestAssignments(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{
		"`+sub+`/providers/Microsoft.Authorization/roleAssignments":{"value":[
			{"id":"`+sub+`/providers/Microsoft.Authorization/roleAssignments/a1","name":"a1","properties":{"scope":"`+sub+`","roleDefinitionId":"`+sub+`/providers/Microsoft.Authorization/roleDefinitions/8E3AF657-a8ff-443c-a75c-2fe8c4bcb635","principalId":"U1","principalType":"User"}},
			{"id":"/providers/Microsoft.Authorization/roleAssignments/a2","name":"a2","properties":{"scope":"/","roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/r","principalId":"G1","principalType":"Group"}},
			{"id":"/providers/Microsoft.Authorization/roleAssignments/a3","name":"a3","properties":{"scope":"/","principalId":"g2","principalType":"Group"}},
			{"id":"/providers/Microsoft.Authorization/roleAssignments/a4","name":"a4","properties":{"principalId":"s","principalType":"ServicePrincipal"}},
			{"id":"/providers/Microsoft.Authorization/roleAssignments/a5","name":"a5","properties":{"principalId":"f","principalType":"ForeignGroup"}},
			{"id":"/providers/Microsoft.Authorization/roleAssignments/a6","name":"a6","properties":{"principalId":"g3","principalType":"Group"}},
			{"id":"/providers/Microsoft.Authorization/roleAssignments/a7","name":"a7","properties":{"principalId":"g4","principalType":"Group"}},
			{"id":"/providers/Microsoft.Authorization/roleAssignments/a8","name":"a8","properties":{"principalId":"x","principalType":"Later"}}]},
		"/v1.0/groups/g3/transitiveMembers":{"value":[{"@odata.type":"#microsoft.graph.user","accountEnabled":false,"userType":"Guest"}]},
		"/v1.0/groups/g4/transitiveMembers":{"value":[{"id":"u8"}]},
		"/v1.0/users":{"value":[{"id":"u1"}]},
		"/v1.0/groups/g1/transitiveMembers":{"value":[{"@odata.type":"#microsoft.graph.user","id":"U9","accountEnabled":false,"userType":"Guest"},{"@odata.type":"#microsoft.graph.group","id":"g"}]}}}`,
		RoleAssignments, PrincipalUsers)
	var gaps inventory.Gaps
	rows := map[string]*RoleAssignment{}
	for a := range RoleAssignments.All(inv, &gaps) {
		rows[a.ID] = a
	}
	if len(gaps) > 0 || len(rows) != 8 || rows["a1"].Account != azuretest.Subscription || rows["a2"].Account != azuretest.Tenant {
		t.Fatal(rows, gaps)
	}
	if rows["a1"].RoleID != inventory.Of(Owner) || rows["a1"].PrincipalID != inventory.Of("u1") || rows["a2"].Scope != inventory.Of("/") {
		t.Errorf("%+v", rows["a1"])
	}
	if _, known := rows["a3"].RoleID.Peek(); known {
		t.Error("a role that the answer lacks counts as known")
	}
	users := func(id string) inventory.Known[[]User] {
		p, _ := Principals.ByID(inv, "", id).Peek()
		return p.Users
	}
	// The double answers both questions for marked users alike: disabled, and a guest.
	if u, _ := users("u1").Peek(); len(u) != 1 || u[0].Enabled != inventory.Of(false) || u[0].Guest != inventory.Of(true) {
		t.Errorf("%+v", u)
	}
	if u, _ := users("g1").Peek(); len(u) != 1 || u[0].ID != "u9" || u[0].Enabled != inventory.Of(false) {
		t.Errorf("%+v", u)
	}
	// A group that is gone, an application, another tenant's group; members
	// without an id, without a type; a kind of principal that is not known.
	for id, known := range map[string]bool{"g2": true, "s": true, "f": false, "g3": false, "g4": false, "x": false} {
		if u, ok := users(id).Peek(); ok != known || len(u) != 0 {
			t.Errorf("%s: %+v", id, users(id))
		}
	}
}

// A marked user without an id might be any of them.
func TestUnnamedUsers(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{
		"`+sub+`/providers/Microsoft.Authorization/roleAssignments":{"value":[{"id":"/providers/Microsoft.Authorization/roleAssignments/a1","name":"a1","properties":{"principalId":"u1","principalType":"User"}}]},
		"/v1.0/users":{"value":[{"accountEnabled":false}]}}}`, PrincipalUsers)
	p, _ := Principals.ByID(inv, "", "u1").Peek()
	if _, known := p.Users.Peek(); known {
		t.Errorf("%+v", p.Users)
	}
}

func TestTenant(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{
		"/providers/Microsoft.Subscription/policies/default":{"properties":{"blockSubscriptionsLeavingTenant":true}},
		"`+sub+`/providers/Microsoft.Authorization/roleAssignments":{"value":[
			{"id":"`+sub+`/providers/Microsoft.Authorization/roleAssignments/a1","name":"a1","properties":{"scope":"`+sub+`","roleDefinitionId":"/r/x","principalId":"u1"}},
			{"id":"/providers/Microsoft.Authorization/roleAssignments/a2","name":"a2","properties":{"roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/18D7D88D-d35e-4fb5-a5c3-7773c20a72d9","principalId":"U2"}}]}}}`,
		TenantRootAssignments, TenantTransfers)
	row, _ := Tenants.The(inv, "").Peek()
	if all, _ := row.RootAssignments.Peek(); len(all) != 1 || all[0].ID != "a2" || all[0].RoleID != inventory.Of(UserAccessAdministrator) {
		t.Errorf("%+v", row.RootAssignments)
	}
	p, _ := row.Transfers.Peek()
	if _, known := p.BlocksEntry.Peek(); known || p.BlocksLeaving != inventory.Of(true) {
		t.Errorf("%+v", p)
	}
}

func TestRoles(t *testing.T) {
	row := func(kind, name, sub, properties string) string {
		return `{"id":"/providers/Microsoft.Authorization/` + kind + `/` + name + `","name":"` + name + `","type":"microsoft.authorization/` + kind + `","subscriptionId":"` + sub + `","properties":` + properties + `}`
	}
	inv := azuretest.Collect(t, `{"rows":[
		`+row("roledefinitions", "r1", "", `{"type":"CustomRole","roleName":"Operator","permissions":[{"actions":["*"],"notActions":["Microsoft.Authorization/*/Write"]}],"assignableScopes":["/subscriptions/s"]}`)+`,
		`+row("roledefinitions", "r1", "s", `{"type":"CustomRole"}`)+`,
		`+row("roledefinitions", "r2", "", `{"type":"BuiltInRole"}`)+`,
		`+row("roledefinitions", "r3", "", `{"roleType":"CustomRole"}`)+`,
		`+row("roledefinitions", "r4", "", `{"type":"CustomRole","permissions":[{"dataActions":["*"]}],"assignableScopes":["/"]}`)+`,
		`+row("classicadministrators", "c1", azuretest.Subscription, `{"role":"ServiceAdministrator;AccountAdministrator"}`)+`,
		`+row("classicadministrators", "c2", azuretest.Subscription, `{"role":["CoAdministrator"]}`)+`,
		`+row("classicadministrators", "c3", azuretest.Subscription, `{}`)+`]}`, CustomRoles, ClassicAdministrators)
	var gaps inventory.Gaps
	roles := map[string]*CustomRole{}
	for r := range CustomRoles.All(inv, &gaps) {
		roles[r.ID] = r
	}
	if len(gaps) > 0 || len(roles) != 3 || roles["r1"].Name != "Operator" || roles["r1"].Account != azuretest.Tenant {
		t.Fatal(roles, gaps)
	}
	all, _ := roles["r1"].Permissions.Peek()
	if Allows(all, "Microsoft.Authorization/roleAssignments/write") || !Allows(all, "Microsoft.Compute/virtualMachines/write") {
		t.Error(all)
	}
	if _, known := roles["r3"].Permissions.Peek(); known {
		t.Error("permissions that the answer lacks count as known")
	}
	if _, known := roles["r4"].Permissions.Peek(); known {
		t.Error("actions that the answer lacks count as none")
	}
	got := map[string]int{}
	for a := range ClassicAdministrators.All(inv, &gaps) {
		names, _ := a.Roles.Peek()
		got[a.ID] = len(names)
	}
	if got["c1"] != 2 || got["c2"] != 1 || got["c3"] != 0 || len(got) != 3 {
		t.Error(got)
	}
}
