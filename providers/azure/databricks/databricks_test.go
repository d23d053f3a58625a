package databricks

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const base = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.Databricks/workspaces/"

func row(name, properties string) string {
	return `{"id":"` + base + name + `","name":"` + name + `","type":"microsoft.databricks/workspaces","location":"westeurope","sku":{"name":"premium"},"subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
}

// Workspaces as the reference's examples show them, one in the customer's
// network, one without parameters, a serverless one.
func TestWorkspaces(t *testing.T) {
	inv := azuretest.Collect(t, `{"rows":[
		`+row("injected", `{"computeMode":"Hybrid","managedResourceGroupId":"/rg","provisioningState":"Succeeded","publicNetworkAccess":"Disabled",
			"parameters":{"enableNoPublicIp":{"type":"Bool","value":true},"customVirtualNetworkId":{"value":"/subscriptions/S/virtualNetworks/V"},"customPublicSubnetName":{"value":"Public"},"customPrivateSubnetName":{"value":"Private"},"encryption":{"type":"Object","value":{"keySource":"Microsoft.Keyvault","KeyName":"k"}}},
			"encryption":{"entities":{"managedServices":{"keySource":"Microsoft.Keyvault"}}},
			"privateEndpointConnections":[{"properties":{"groupIds":["databricks_ui_api"],"privateEndpoint":{"id":"/P"},"privateLinkServiceConnectionState":{"status":"Approved"}}}]}`)+`,
		`+row("managed", `{"managedResourceGroupId":"/rg","parameters":{"storageAccountName":{"value":"x"}}}`)+`,
		`+row("half", `{"managedResourceGroupId":"/rg","parameters":{"customVirtualNetworkId":{"value":"/V"}}}`)+`,
		`+row("nameless", `{"managedResourceGroupId":"/rg","parameters":{"customVirtualNetworkId":{"type":"String"}}}`)+`,
		`+row("bare", `{"parameters":null}`)+`,
		`+row("serverless", `{"computeMode":"Serverless","provisioningState":"Succeeded"}`)+`]}`, Workspaces)
	var gaps inventory.Gaps
	rows := map[string]*Workspace{}
	for w := range Workspaces.All(inv, &gaps) {
		rows[w.ID] = w
	}
	if len(rows) != 6 || len(gaps) > 0 {
		t.Fatal(len(rows), gaps)
	}
	w := rows["injected"]
	subnets, _ := w.Subnets.Peek()
	links, _ := w.Connections.Peek()
	if w.State != inventory.Of("Succeeded") || w.SKU != inventory.Of("premium") || w.Serverless != inventory.Of(false) || w.Network != inventory.Of("/subscriptions/s/virtualnetworks/v") ||
		len(subnets) != 2 || subnets[0] != "/subscriptions/s/virtualnetworks/v/subnets/public" || w.NoPublicIP != inventory.Of(true) || w.PublicNetwork != inventory.Of("Disabled") ||
		w.ServicesKey != inventory.Of("Microsoft.Keyvault") || w.DisksKey != inventory.Of("Default") || w.RootKey != inventory.Of("Microsoft.Keyvault") || len(links) != 1 {
		t.Errorf("%+v", w)
	}
	w = rows["managed"]
	if _, known := w.NoPublicIP.Peek(); known || w.Serverless != inventory.Of(false) || w.Network != inventory.Of("") || w.PublicNetwork != inventory.Of("Enabled") || w.RootKey != inventory.Of("Default") || w.ServicesKey != inventory.Of("Default") {
		t.Errorf("%+v", w)
	}
	if _, known := rows["half"].Subnets.Peek(); known {
		t.Error("subnets that have no name count as known")
	}
	if _, known := rows["nameless"].Network.Peek(); known {
		t.Error("a network that has no id counts as known")
	}
	w = rows["bare"]
	_, mode := w.Serverless.Peek()
	_, network := w.Network.Peek()
	_, root := w.RootKey.Peek()
	if mode || network || root {
		t.Errorf("%+v", w)
	}
	if rows["serverless"].Serverless != inventory.Of(true) || rows["serverless"].Network != inventory.Of("") {
		t.Errorf("%+v", rows["serverless"])
	}
}

func TestFields(t *testing.T) {
	const settings = "/providers/Microsoft.Insights/diagnosticSettings"
	inv := azuretest.Collect(t, `{"rows":[`+row("a", `{}`)+`,`+row("b", `{}`)+`,`+row("gone", `{}`)+`],"get":{
		"`+base+`a":{"properties":{"isUcEnabled":true}},"`+base+`b":{"properties":{}},
		"`+base+`a`+settings+`":{"value":[{"name":"s","properties":{"logs":[{"category":"accounts","categoryGroup":null,"enabled":true},{"category":null,"categoryGroup":"allLogs","enabled":false},{"category":"jobs"}]}},{"name":"t","properties":{}}]},
		"`+base+`gone":{"properties":{"isUcEnabled":true}}},
		"refused":{"`+base+`b`+settings+`":"403 AuthorizationFailed"}}`, WorkspaceUnityCatalog, WorkspaceDiagnostics)
	var gaps inventory.Gaps
	rows := map[string]*Workspace{}
	for w := range Workspaces.All(inv, &gaps) {
		rows[w.ID] = w
	}
	if len(rows) != 2 || inv.Gone() != 1 || len(gaps) > 0 {
		t.Fatal(len(rows), inv.Gone(), gaps)
	}
	all, _ := rows["a"].Diagnostics.Peek()
	if len(all) != 2 || rows["a"].UnityCatalog != inventory.Of(true) {
		t.Fatalf("%+v", rows["a"])
	}
	logs, _ := all[0].Logs.Peek()
	_, enabled := logs[2].Enabled.Peek()
	_, other := all[1].Logs.Peek()
	if len(logs) != 3 || logs[0].Category != "accounts" || logs[1].Group != "allLogs" || logs[1].Enabled != inventory.Of(false) || enabled || other {
		t.Errorf("%+v", all)
	}
	if _, known := rows["b"].UnityCatalog.Peek(); known {
		t.Error("a property that the answer lacks counts as known")
	}
	if g, hidden := rows["b"].Diagnostics.Gap(); !hidden || g.Reason != inventory.Denied || g.Action != "Microsoft.Insights/diagnosticSettings/read" {
		t.Errorf("%+v", g)
	}
}
