package containerregistry

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const base = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.ContainerRegistry/registries/"

func row(name, sku, properties string) string {
	return `{"id":"` + base + name + `","name":"` + name + `","type":"microsoft.containerregistry/registries","location":"westeurope","sku":` + sku + `,"subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
}

func TestRegistries(t *testing.T) {
	inv := azuretest.Collect(t, `{"rows":[
		`+row("good", `{"name":"Premium","tier":"Premium"}`, `{"provisioningState":"Succeeded","adminUserEnabled":false,"publicNetworkAccess":"Disabled","networkRuleSet":{"defaultAction":"Deny","ipRules":[{"action":"Allow","value":"203.0.113.0/24"}]},
			"networkRuleBypassOptions":"None","policies":{"exportPolicy":{"status":"disabled"},"retentionPolicy":{"days":30,"status":"enabled"}},
			"privateEndpointConnections":[{"properties":{"privateEndpoint":{"id":"/P"},"privateLinkServiceConnectionState":{"status":"Approved"}}}]}`)+`,
		`+row("basic", `{"name":"Basic"}`, `{"provisioningState":"Succeeded","adminUserEnabled":true,"networkRuleSet":null,"policies":{"retentionPolicy":{}}}`)+`,
		`+row("bare", `null`, `{"networkRuleSet":{"defaultAction":"Deny"}}`)+`,
		`+row("ruleless", `{"name":"Premium"}`, `{}`)+`,
		`+row("gone", `null`, `{}`)+`],"get":{
		"`+base+`good":{"properties":{"anonymousPullEnabled":false,"policies":{"softDeletePolicy":{"retentionDays":7,"status":"enabled"}}}},
		"`+base+`basic":{"properties":{"policies":{}}}},
		"refused":{"`+base+`bare":"403 AuthorizationFailed","`+base+`gone":"404 ResourceNotFound"}}`, RegistryPreview)
	var gaps inventory.Gaps
	rows := map[string]*Registry{}
	for r := range Registries.All(inv, &gaps) {
		rows[r.ID] = r
	}
	if len(rows) != 4 || len(gaps) > 0 || inv.Gone() != 1 {
		t.Fatal(len(rows), gaps, inv.Gone())
	}
	r := rows["good"]
	ranges, _ := r.Ranges.Peek()
	links, _ := r.Connections.Peek()
	preview, _ := r.Preview.Peek()
	if r.State != inventory.Of("Succeeded") || r.SKU != inventory.Of("Premium") || r.AdminUser != inventory.Of(false) || r.PublicNetwork != inventory.Of("Disabled") || r.DefaultAction != inventory.Of("Deny") || len(ranges) != 1 || len(links) != 1 ||
		r.TrustedServices != inventory.Of("None") || r.Export != inventory.Of("disabled") || r.Retention != inventory.Of("enabled") || preview.AnonymousPull != inventory.Of(false) || preview.SoftDelete != inventory.Of("enabled") {
		t.Errorf("%+v", r)
	}
	r = rows["basic"]
	if r.AdminUser != inventory.Of(true) || r.PublicNetwork != inventory.Of("Enabled") || r.DefaultAction != inventory.Of("Allow") || r.Export != inventory.Of("enabled") || r.Retention != inventory.Of("disabled") {
		t.Errorf("%+v", r)
	}
	preview, _ = r.Preview.Peek()
	_, pull := preview.AnonymousPull.Peek()
	_, soft := preview.SoftDelete.Peek()
	r = rows["bare"]
	_, sku := r.SKU.Peek()
	_, admin := r.AdminUser.Peek()
	_, known := r.Ranges.Peek()
	_, action := rows["ruleless"].DefaultAction.Peek()
	_, services := r.TrustedServices.Peek()
	if action || services || pull || soft || sku || admin || known {
		t.Error("properties that the answer lacks count as known")
	}
	if g, hidden := r.Preview.Gap(); !hidden || g.Reason != inventory.Denied || g.Action != "Microsoft.ContainerRegistry/registries/read" {
		t.Errorf("%+v", g)
	}
}
