package keyvault

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const vaults = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.KeyVault/vaults/"

func row(name, properties string) string {
	return `{"id":"` + vaults + name + `","name":"` + name + `","type":"microsoft.keyvault/vaults","location":"westeurope","subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
}

func listed[T any](t *testing.T, inv *inventory.Inventory, of *inventory.Type[T], n int) map[string]*T {
	t.Helper()
	var gaps inventory.Gaps
	rows := map[string]*T{}
	for r := range of.All(inv, &gaps) {
		rows[inventory.ResourceOf(r).ID] = r
	}
	if len(rows) != n || len(gaps) != 0 {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	return rows
}

func known[T any](k inventory.Known[T]) bool {
	_, hidden := k.Gap()
	return !hidden
}

func TestVaults(t *testing.T) {
	const diagnostics = "/providers/Microsoft.Insights/diagnosticSettings"
	inv := azuretest.Collect(t, `{"rows":[
		`+row("good", `{"tenantId":"t","enableRbacAuthorization":true,"enablePurgeProtection":true,"publicNetworkAccess":"Disabled","networkAcls":{"defaultAction":"Deny"},"privateEndpointConnections":[{"properties":{"privateLinkServiceConnectionState":{"status":"Approved"}}}]}`)+`,
		`+row("bare", `{"tenantId":"t"}`)+`,`+row("refused", `{}`)+`,`+row("gone", `{}`)+`],
		"get":{"`+vaults+"good"+diagnostics+`":{"value":[
			{"name":"all","properties":{"workspaceId":"w","storageAccountId":"s","logs":[{"categoryGroup":"allLogs","enabled":true}]}},
			{"name":"off","properties":{"workspaceId":"w","logs":[{"category":"AuditEvent","enabled":false},{"categoryGroup":"other","enabled":true}]}},
			{"name":"one","properties":{"logs":[{"category":"AuditEvent","enabled":true}]}},
			{"name":"unsaid","properties":{"logs":[{"categoryGroup":"audit"}]}},
			{"name":"bare","properties":{}}]},
			"`+vaults+"bare"+diagnostics+`":{"value":[]}},
		"refused":{"`+vaults+"refused"+diagnostics+`":"403 AuthorizationFailed"}}`, VaultDiagnostics)
	rows := listed(t, inv, Vaults, 3)
	good, bare := rows["good"], rows["bare"]
	states, _ := good.PrivateEndpoints.Peek()
	if good.RBAC != inventory.Of(true) || good.PurgeProtection != inventory.Of(true) || good.PublicNetwork != inventory.Of("Disabled") || good.DefaultAction != inventory.Of("Deny") || len(states) != 1 {
		t.Errorf("%+v", good)
	}
	if bare.RBAC != inventory.Of(false) || bare.PurgeProtection != inventory.Of(false) || bare.PublicNetwork != inventory.Of("Enabled") || known(bare.DefaultAction) {
		t.Errorf("%+v", bare)
	}
	if r := rows["refused"]; known(r.RBAC) || known(r.PurgeProtection) || known(r.PublicNetwork) || known(r.PrivateEndpoints) {
		t.Errorf("what an answer without properties lacks counts as known: %+v", r)
	}
	all, _ := good.Diagnostics.Peek()
	want := map[string]Setting{"all": {"all", 2, inventory.Of(true)}, "off": {"off", 1, inventory.Of(false)}, "one": {"one", 0, inventory.Of(true)}}
	if len(all) != 5 {
		t.Fatalf("%+v", all)
	}
	for _, s := range all {
		if w, ok := want[s.Name]; ok && s != w || !ok && known(s.Audit) {
			t.Errorf("%+v", s)
		}
	}
	if none, ok := bare.Diagnostics.Peek(); !ok || len(none) != 0 {
		t.Errorf("%+v", bare.Diagnostics)
	}
	if g, hidden := rows["refused"].Diagnostics.Gap(); !hidden || g.Reason != inventory.Denied || g.Action != "Microsoft.Insights/diagnosticSettings/read" {
		t.Errorf("%v", g)
	}
}
