package mysql

import (
	"fmt"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const base = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.DBforMySQL/flexibleServers/"

func row(name, properties string) string {
	return fmt.Sprintf(`{"id":"%s%s","name":%q,"type":"microsoft.dbformysql/flexibleservers","location":"westeurope","subscriptionId":%q,"sku":{"name":"Standard_B1ms","tier":"Burstable"},"properties":%s}`,
		base, name, name, azuretest.Subscription, properties)
}

// is compares what is known; "?" stands for what is not.
func is[V any](t *testing.T, what string, k inventory.Known[V], want string) {
	t.Helper()
	got := "?"
	if v, ok := k.Peek(); ok {
		got = fmt.Sprint(v)
	}
	if got != want {
		t.Errorf("%s is %s, want %s", what, got, want)
	}
}

func TestServers(t *testing.T) {
	inv := azuretest.Collect(t, `{"rows":[
		`+row("a", `{"state":"Ready","network":{"publicNetworkAccess":"Enabled"},"backup":{"backupRetentionDays":3,"geoRedundantBackup":"Disabled"}}`)+`,
		`+row("bare", `{}`)+`,`+row("gone", `{}`)+`],
		"get":{
			"`+base+`a/administrators":{"value":[{"name":"ActiveDirectory","properties":{"administratorType":"ActiveDirectory","login":"admins","sid":"0a"}}]},
			"`+base+`bare/administrators":{"value":[]},
			"`+base+`a/firewallRules":{"value":[{"name":"office","properties":{"startIpAddress":"198.51.100.7","endIpAddress":"198.51.100.9"}}]},
			"`+base+`bare/firewallRules":{"value":[]},
			"`+base+`a/configurations":{"value":[
				{"name":"tls_version","properties":{"value":"TLSv1.2","currentValue":"TLSv1.1","isConfigPendingRestart":"True"}},
				{"name":"audit_log_enabled","properties":{"value":"ON","currentValue":"ON","isConfigPendingRestart":"False"}},
				{"name":"max_connections","properties":{"value":"340"}}]},
			"`+base+`a/providers/Microsoft.Insights/diagnosticSettings":{"value":[{"properties":{"logs":[{"category":"MySqlAuditLogs","enabled":true}]}}]},
			"`+base+`bare/providers/Microsoft.Insights/diagnosticSettings":{"value":[]}},
		"refused":{"`+base+`bare/configurations":"403 AuthorizationFailed"}}`, ServerAdministrators, ServerFirewall, ServerParameters, ServerDiagnostics)
	var gaps inventory.Gaps
	got := map[string]*Server{}
	for s := range Servers.All(inv, &gaps) {
		got[s.ID] = s
	}
	if len(got) != 2 || inv.Gone() != 1 || len(gaps) > 0 {
		t.Fatalf("%d rows, %d gone, %v", len(got), inv.Gone(), gaps)
	}
	a, bare := got["a"], got["bare"]
	is(t, "the tier", inventory.Of(a.Tier), "Burstable")
	is(t, "the days", a.BackupDays, "3")
	is(t, "the days, which are not said", bare.BackupDays, "?")
	is(t, "administrators", a.Administrators, "1")
	is(t, "no administrators", bare.Administrators, "0")
	is(t, "the rules", a.Firewall, "[{office 198.51.100.7 198.51.100.9}]")
	is(t, "no rules", bare.Firewall, "[]")
	parameters, _ := a.Parameters.Peek()
	if len(parameters) != 2 || parameters[0].Name != AuditLog {
		t.Fatal(parameters)
	}
	is(t, "a value", parameters[0].Value, "ON")
	is(t, "the value until the restart", parameters[1].Value, "TLSv1.1")
	is(t, "the logs", a.Diagnostics, "[{MySqlAuditLogs }]")
	if g, ok := bare.Parameters.Gap(); !ok || g.Reason != inventory.Denied || g.Action != "Microsoft.DBforMySQL/flexibleServers/configurations/read" {
		t.Error(g)
	}
}
