package recovery

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const vaults = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.RecoveryServices/vaults/"

func row(name string) string {
	return `{"id":"` + vaults + name + `","name":"` + name + `","type":"microsoft.recoveryservices/vaults","location":"westeurope","subscriptionId":"` + azuretest.Subscription + `","properties":{}}`
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
	inv := azuretest.Collect(t, `{"rows":[`+row("good")+`,`+row("bare")+`,`+row("refused")+`,`+row("gone")+`],
		"get":{
			"`+vaults+`good":{"properties":{"securitySettings":{"softDeleteSettings":{"softDeleteState":"AlwaysON"},"immutabilitySettings":{"state":"Locked"}}}},
			"`+vaults+`good/backupProtectedItems":{"value":[{"properties":{"protectionState":"Protected"}},{"properties":{"protectedItemType":"MabFileFolderProtectedItem"}},
				{"properties":{"protectionState":"ProtectionStopped"}},{"properties":{"protectionState":"Protected","isScheduledForDeferredDelete":true}},{"properties":{"protectionState":"BackupsSuspended"}}]},
			"`+vaults+`good/replicationProtectedItems":{"value":[{"name":"a"}]},
			"`+vaults+`bare":{"properties":{}},"`+vaults+`bare/backupProtectedItems":{"value":[]},"`+vaults+`bare/replicationProtectedItems":{"value":[]}},
		"refused":{"`+vaults+`refused":"403 AuthorizationFailed","`+vaults+`refused/backupProtectedItems":"403 AuthorizationFailed","`+vaults+`refused/replicationProtectedItems":"403 AuthorizationFailed"}}`,
		VaultSecurity, VaultBackedUp, VaultReplicated)
	rows := listed(t, inv, Vaults, 3)
	good, bare, refused := rows["good"], rows["bare"], rows["refused"]
	if s, _ := good.Security.Peek(); s.SoftDelete != inventory.Of("AlwaysON") || s.Immutability != inventory.Of("Locked") {
		t.Errorf("%+v", s)
	}
	if s, _ := bare.Security.Peek(); known(s.SoftDelete) || s.Immutability != inventory.Of("Disabled") {
		t.Errorf("%+v", s)
	}
	if good.BackedUp != inventory.Of(2) || good.Replicated != inventory.Of(1) || bare.BackedUp != inventory.Of(0) || bare.Replicated != inventory.Of(0) {
		t.Errorf("%+v %+v", good, bare)
	}
	if known(refused.Security) || known(refused.BackedUp) || known(refused.Replicated) || inv.Gone() != 1 {
		t.Errorf("%+v, %d gone", refused, inv.Gone())
	}
}

func TestPolicies(t *testing.T) {
	policy := func(name, properties string) string {
		return `{"id":"` + vaults + `V/backupPolicies/` + name + `","name":"` + name + `","properties":` + properties + `}`
	}
	keep := func(n, unit string) string {
		return `{"retentionDuration":{"count":` + n + `,"durationType":"` + unit + `"}}`
	}
	inv := azuretest.Collect(t, `{"rows":[`+row("V")+`],"get":{"`+vaults+`V/backupPolicies":{"value":[
		`+policy("simple", `{"protectedItemsCount":3,"retentionPolicy":`+keep("2", "Weeks")+`}`)+`,
		`+policy("long", `{"protectedItemsCount":0,"retentionPolicy":{"retentionPolicyType":"LongTermRetentionPolicy","dailySchedule":`+keep("7", "Days")+`,"weeklySchedule":`+keep("12", "Weeks")+`,"yearlySchedule":null}}`)+`,
		`+policy("sql", `{"subProtectionPolicy":[{"policyType":"Log","retentionPolicy":`+keep("15", "Days")+`},{"policyType":"Full","retentionPolicy":{"dailySchedule":`+keep("30", "Days")+`}}]}`)+`,
		`+policy("files", `{"vaultRetentionPolicy":{"snapshotRetentionInDays":5,"vaultRetention":{"yearlySchedule":`+keep("1", "Years")+`}}}`)+`,
		`+policy("odd", `{"retentionPolicy":`+keep("2", "Invalid")+`}`)+`,
		`+policy("bare", `{}`)+`]}}}`, Policies)
	rows := listed(t, inv, Policies, 6)
	for name, days := range map[string]int{"simple": 14, "long": 84, "sql": 30, "files": 365} {
		if rows["V/"+name].Days != inventory.Of(days) {
			t.Errorf("%s: %+v", name, rows["V/"+name].Days)
		}
	}
	if known(rows["V/odd"].Days) || known(rows["V/bare"].Days) || known(rows["V/bare"].Items) {
		t.Errorf("%+v", rows["V/bare"])
	}
	if rows["V/simple"].Items != inventory.Of(3) || rows["V/long"].Items != inventory.Of(0) {
		t.Errorf("%+v", rows["V/simple"])
	}
}
