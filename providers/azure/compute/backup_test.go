package compute

import "testing"

func TestBackups(t *testing.T) {
	const item = "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems"
	got := read(t, ProtectedItems, row(item, "vm", `{"sourceResourceId":"/VM","workloadType":"VM","protectionState":"Protected","policyId":"/P"}`)+`,`+
		row(item, "sql", `{"sourceResourceId":"/VM","workloadType":"SQLDataBase","protectionState":"Protected"}`)+`,`+row(item, "bare", `{}`))
	is(t, "the source", got["vm"].Source, "/vm")
	is(t, "the policy", got["vm"].Policy, "/p")
	is(t, "the source of a database", got["sql"].Source, "")
	is(t, "the state", got["bare"].State, "?")
	is(t, "the source of what is not said to be what", got["bare"].Source, "?")
	is(t, "the policy", got["bare"].Policy, "?")
	is(t, "the source of a machine's copies", read(t, ProtectedItems, row(item, "odd", `{"workloadType":"VM"}`))["odd"].Source, "?")

	const policy = "Microsoft.RecoveryServices/vaults/backupPolicies"
	policies := read(t, BackupPolicies, row(policy, "daily", `{"retentionPolicy":{"retentionPolicyType":"LongTermRetentionPolicy","dailySchedule":{"retentionDuration":{"count":30,"durationType":"Days"}}}}`)+`,`+
		row(policy, "odd", `{"retentionPolicy":{"retentionPolicyType":"LongTermRetentionPolicy","dailySchedule":{}}}`)+`,`+
		row(policy, "weekly", `{"retentionPolicy":{"retentionPolicyType":"LongTermRetentionPolicy","weeklySchedule":{}}}`)+`,`+
		row(policy, "simple", `{"retentionPolicy":{"retentionPolicyType":"SimpleRetentionPolicy","retentionDuration":{"count":2,"durationType":"Weeks"}}}`)+`,`+row(policy, "bare", `{}`))
	is(t, "the days", policies["daily"].DailyDays, "30")
	is(t, "the days", policies["weekly"].DailyDays, "0")
	is(t, "the days that a schedule lacks", policies["odd"].DailyDays, "?")
	is(t, "the days", policies["simple"].DailyDays, "14")
	is(t, "the days", policies["bare"].DailyDays, "?")
}
