package storage

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

// An account as the reference shows it, one on which nothing was ever set, and
// one that is refused.
func TestAccounts(t *testing.T) {
	const sub = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts/"
	row := func(name, properties string) string {
		return `{"id":"` + sub + name + `","name":"` + name + `","type":"microsoft.storage/storageaccounts","location":"westeurope","subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
	}
	inv := azuretest.Collect(t, `{"rows":[
		`+row("good", `{"supportsHttpsTrafficOnly":true,"minimumTlsVersion":"TLS1_2","allowBlobPublicAccess":false,"networkAcls":{"defaultAction":"Deny"},"publicNetworkAccess":"Disabled"}`)+`,
		`+row("bare", `{}`)+`,
		`+row("gone", `{}`)+`],
		"get": {"`+sub+`good/blobServices/default": {"properties":{"isVersioningEnabled":true,"deleteRetentionPolicy":{"enabled":true,"days":14}}}},
		"refused": {"`+sub+`bare/blobServices/default": "403 AuthorizationFailed"}}`, AccountBlob)
	var gaps inventory.Gaps
	rows := map[string]*Account{}
	for a := range Accounts.All(inv, &gaps) {
		rows[a.ID] = a
	}
	if len(rows) != 2 || len(gaps) != 0 || inv.Gone() != 1 {
		t.Fatalf("%d rows, %v, %d gone", len(rows), gaps, inv.Gone())
	}
	good, bare := rows["good"], rows["bare"]
	if v, _ := good.HTTPSOnly.Peek(); !v || good.Region != "westeurope" {
		t.Errorf("%+v", good)
	}
	if b, _ := good.Blob.Peek(); b.DeleteRetention != 14 || !b.Versioning {
		t.Errorf("%+v", b)
	}
	if _, known := bare.HTTPSOnly.Peek(); known {
		t.Error("a property that the answer lacks counts as known")
	}
	if v, _ := bare.MinimumTLS.Peek(); v != "TLS1_0" {
		t.Errorf("without a minimum the service takes %q", v)
	}
	if g, hidden := bare.Blob.Gap(); !hidden || g.Reason != inventory.Denied || g.Action != "Microsoft.Storage/storageAccounts/blobServices/read" {
		t.Errorf("%v", g)
	}
}
