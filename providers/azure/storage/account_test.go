package storage

import (
	"testing"
	"time"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const accounts = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts/"

func row(name, properties string) string {
	return `{"id":"` + accounts + name + `","name":"` + name + `","type":"microsoft.storage/storageaccounts","location":"westeurope","subscriptionId":"` + azuretest.Subscription + `","sku":{"name":"Standard_LRS"},"properties":` + properties + `}`
}

// listed reads rows of t by id; n is how many there are to be.
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

// An account as the reference shows it, one on which nothing was ever set, and
// one that is refused.
func TestAccounts(t *testing.T) {
	inv := azuretest.Collect(t, `{"rows":[
		`+row("good", `{"supportsHttpsTrafficOnly":true,"minimumTlsVersion":"TLS1_2","allowBlobPublicAccess":false,"networkAcls":{"defaultAction":"Deny","bypass":"Logging, AzureServices"},"publicNetworkAccess":"Disabled",
			"isHnsEnabled":true,"defaultToOAuthAuthentication":true,"allowCrossTenantReplication":false,"creationTime":"2024-05-01T10:11:12.1234567Z","encryption":{"keySource":"Microsoft.Keyvault","requireInfrastructureEncryption":true},
			"keyPolicy":{"keyExpirationPeriodInDays":60},"keyCreationTime":{"key1":"2026-10-01T10:11:12.1234567Z","key2":null},
			"privateEndpointConnections":[{"properties":{"privateLinkServiceConnectionState":{"status":"Approved"}}}]}`)+`,
		`+row("bare", `{}`)+`,
		`+row("old", `{"creationTime":"2019-05-01T10:11:12Z","encryption":{"keySource":"Microsoft.Storage"}}`)+`,
		`+row("gone", `{}`)+`],
		"get": {"`+accounts+`good/blobServices/default": {"properties":{"isVersioningEnabled":true,"deleteRetentionPolicy":{"enabled":true,"days":14},"containerDeleteRetentionPolicy":{"enabled":false,"days":3}}}},
		"refused": {"`+accounts+`bare/blobServices/default": "403 AuthorizationFailed", "`+accounts+`old/blobServices/default": "409 FeatureNotSupportedForAccount"}}`, AccountBlob)
	rows := listed(t, inv, Accounts, 3)
	if inv.Gone() != 1 {
		t.Errorf("%d gone", inv.Gone())
	}
	good, bare, old := rows["good"], rows["bare"], rows["old"]
	keys, _ := good.Keys.Peek()
	states, _ := good.PrivateEndpoints.Peek()
	if good.HTTPSOnly != inventory.Of(true) || good.Region != "westeurope" || good.Bypass != inventory.Of("Logging, AzureServices") || good.SKU != inventory.Of("Standard_LRS") ||
		good.DoublyEncrypted != inventory.Of(true) || good.KeySource != inventory.Of("Microsoft.Keyvault") || good.KeyReminderDays != inventory.Of(60) || good.Hierarchical != inventory.Of(true) ||
		good.EntraByDefault != inventory.Of(true) || good.CrossTenantReplication != inventory.Of(false) || len(states) != 1 || states[0] != "Approved" ||
		len(keys) != 2 || keys[0].CreatedAt.Month() != time.October || !keys[1].CreatedAt.IsZero() {
		t.Errorf("%+v", good)
	}
	if b, _ := good.Blob.Peek(); b != (BlobService{Versioning: true, DeleteRetention: 14}) {
		t.Errorf("%+v", b)
	}
	if b, _ := old.Blob.Peek(); b != (BlobService{Absent: true}) {
		t.Errorf("%+v", old.Blob)
	}
	if old.CrossTenantReplication != inventory.Of(true) || old.DoublyEncrypted != inventory.Of(false) {
		t.Errorf("%+v", old)
	}
	for what, known := range map[string]bool{
		"https": known(bare.HTTPSOnly), "keys": known(bare.Keys), "replication": known(bare.CrossTenantReplication), "encryption": known(bare.DoublyEncrypted),
		"key source": known(bare.KeySource), "bypass": known(bare.Bypass), "public access": known(bare.BlobPublicAccess), "created": known(bare.CreatedAt),
	} {
		if known {
			t.Errorf("%s, which the answer lacks, counts as known", what)
		}
	}
	if bare.MinimumTLS != inventory.Of("TLS1_0") || bare.SharedKeyAccess != inventory.Of(true) || bare.KeyReminderDays != inventory.Of(0) || bare.PublicNetwork != inventory.Of("Enabled") {
		t.Errorf("%+v", bare)
	}
	if g, hidden := bare.Blob.Gap(); !hidden || g.Reason != inventory.Denied || g.Action != "Microsoft.Storage/storageAccounts/blobServices/read" {
		t.Errorf("%v", g)
	}
}

func known[T any](k inventory.Known[T]) bool {
	_, hidden := k.Gap()
	return !hidden
}
