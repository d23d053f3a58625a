package cosmosdb

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

func row(name, kind, properties string) string {
	return `{"id":"/subscriptions/` + azuretest.Subscription + `/resourceGroups/RG/providers/Microsoft.DocumentDB/databaseAccounts/` + name + `","name":"` + name + `","type":"microsoft.documentdb/databaseaccounts","kind":"` + kind + `","location":"westeurope","subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
}

func TestAccounts(t *testing.T) {
	inv := azuretest.Collect(t, `{"rows":[
		`+row("good", "GlobalDocumentDB", `{"provisioningState":"Succeeded","capabilities":[],"locations":[{"locationName":"West Europe"},{"locationName":"North Europe"}],"enableMultipleWriteLocations":false,"enableAutomaticFailover":true,
			"backupPolicy":{"type":"Continuous"},"publicNetworkAccess":"Disabled","isVirtualNetworkFilterEnabled":true,"ipRules":[{"ipAddressOrRange":"203.0.113.0/24"}],
			"privateEndpointConnections":[{"properties":{"groupId":"Sql","privateEndpoint":{"id":"/P"},"privateLinkServiceConnectionState":{"status":"Approved"}}}],"minimalTlsVersion":"Tls12","disableLocalAuth":true,"disableKeyBasedMetadataWriteAccess":true}`)+`,
		`+row("mongo", "MongoDB", `{}`)+`,
		`+row("table", "GlobalDocumentDB", `{"capabilities":[{"name":"EnableTable"},{"name":"EnableServerless"}]}`)+`,
		`+row("bare", "GlobalDocumentDB", `{}`)+`]}`, Accounts)
	var gaps inventory.Gaps
	rows := map[string]*Account{}
	for a := range Accounts.All(inv, &gaps) {
		rows[a.ID] = a
	}
	if len(rows) != 4 || len(gaps) > 0 {
		t.Fatal(len(rows), gaps)
	}
	on, off := inventory.Of(true), inventory.Of(false)
	a := rows["good"]
	regions, _ := a.Locations.Peek()
	ranges, _ := a.Ranges.Peek()
	links, _ := a.Connections.Peek()
	if a.State != inventory.Of("Succeeded") || a.API != inventory.Of("NoSQL") || a.Serverless != off || len(regions) != 2 || a.ManyWriters != off || a.Failover != on || a.Backup != inventory.Of("Continuous") || a.PublicNetwork != inventory.Of("Disabled") ||
		a.Subnets != on || len(ranges) != 1 || len(links) != 1 || a.MinimumTLS != inventory.Of("Tls12") || a.LocalAuth != off || a.KeyWrites != off {
		t.Errorf("%+v", a)
	}
	if rows["mongo"].API != inventory.Of("MongoDB") || rows["table"].API != inventory.Of("Table") || rows["table"].Serverless != on {
		t.Errorf("%+v %+v", rows["mongo"], rows["table"])
	}
	a = rows["bare"]
	if a.PublicNetwork != inventory.Of("Enabled") || a.LocalAuth != on || a.KeyWrites != on {
		t.Errorf("%+v", a)
	}
	for what, gap := range map[string]func() (inventory.Gap, bool){"api": a.API.Gap, "serverless": a.Serverless.Gap, "locations": a.Locations.Gap, "writers": a.ManyWriters.Gap, "failover": a.Failover.Gap, "backup": a.Backup.Gap, "subnets": a.Subnets.Gap, "ranges": a.Ranges.Gap, "tls": a.MinimumTLS.Gap} {
		if _, hidden := gap(); !hidden {
			t.Errorf("%s counts as known", what)
		}
	}
}
