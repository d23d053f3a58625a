package storage

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

// Containers of accounts that may have public ones; the closed one's are not
// asked for, which would be an error here.
func TestContainers(t *testing.T) {
	const path = "/blobServices/default/containers"
	text := `{"rows":[` + row("open", `{"allowBlobPublicAccess":true}`) + `,` + row("closed", `{"allowBlobPublicAccess":false}`) + `,` + row("files", `{}`) + `],
		"get": {"` + accounts + "open" + path + `": {"value":[
			{"id":"` + accounts + "open" + path + `/Shop","name":"shop","properties":{"publicAccess":"Blob"}},
			{"id":"` + accounts + "open" + path + `/bare","name":"bare","properties":{}}]}},
		"refused": {"` + accounts + "closed" + path + `": "403 AuthorizationFailed", "` + accounts + "files" + path + `": "409 FeatureNotSupportedForAccount"`
	inv := azuretest.Collect(t, text+`}}`, Containers)
	rows := listed(t, inv, Containers, 2)
	shop := rows["open/shop"]
	if shop.PublicAccess != inventory.Of("Blob") || known(rows["open/bare"].PublicAccess) {
		t.Errorf("%+v %+v", shop, rows["open/bare"])
	}
	if a, ok := Accounts.ByID(inv, shop.Region, shop.AccountID).Peek(); !ok || a == nil || a.ID != "open" {
		t.Errorf("the container's account is %v", a)
	}

	var gaps inventory.Gaps
	inv = azuretest.Collect(t, text+`,"`+accounts+"open"+path+`": "403 AuthorizationFailed"}}`, Containers)
	for range Containers.All(inv, &gaps) {
		t.Error("a row of a listing that was refused")
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
		t.Error(gaps)
	}
}

func TestLocks(t *testing.T) {
	const sub = "/subscriptions/" + azuretest.Subscription
	lock := func(scope, name, properties string) string {
		return `{"id":"` + scope + `/providers/Microsoft.Authorization/locks/` + name + `","name":"` + name + `","properties":` + properties + `}`
	}
	inv := azuretest.Collect(t, `{"get": {"`+sub+`/providers/Microsoft.Authorization/locks": {"value":[
		`+lock(sub, "all", `{"level":"ReadOnly"}`)+`,`+lock(accounts+"A", "one", `{}`)+`,{"id":"stray","name":"stray","properties":{"level":"ReadOnly"}}]}}}`, Locks)
	rows := listed(t, inv, Locks, 3)
	const account = "/subscriptions/" + azuretest.Subscription + "/resourcegroups/rg/providers/microsoft.storage/storageaccounts/a"
	if !rows["all"].Covers(account) || rows["all"].Grade != inventory.Of("ReadOnly") {
		t.Errorf("%+v", rows["all"])
	}
	if one := rows["one"]; !one.Covers(account) || one.Covers(account+"b") || known(one.Grade) {
		t.Errorf("%+v", one)
	}
	if rows["stray"].Covers(account) {
		t.Error("a lock on nothing covers an account")
	}
}
