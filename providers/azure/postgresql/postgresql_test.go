package postgresql

import (
	"fmt"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const base = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.DBforPostgreSQL/flexibleServers/"

func row(name, properties string) string {
	return fmt.Sprintf(`{"id":"%s%s","name":%q,"type":"microsoft.dbforpostgresql/flexibleservers","location":"westeurope","subscriptionId":%q,"sku":{"name":"Standard_D2ds_v5","tier":"GeneralPurpose"},"properties":%s}`,
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
		`+row("a", `{"state":"Ready","network":{"publicNetworkAccess":"Enabled"},"authConfig":{"activeDirectoryAuth":"Enabled","passwordAuth":"Disabled"}}`)+`,
		`+row("bare", `{}`)+`,`+row("gone", `{}`)+`],
		"get":{
			"`+base+`a/firewallRules":{"value":[{"name":"azure","properties":{"startIpAddress":"0.0.0.0","endIpAddress":"0.0.0.0"}}]},
			"`+base+`a/configurations":{"value":[
				{"name":"require_secure_transport","properties":{"value":"on","isConfigPendingRestart":false}},
				{"name":"application_name","properties":{"value":""}},
				{"name":"log_checkpoints","properties":{"value":"off","isConfigPendingRestart":true}},
				{"name":"log_connections","properties":{}}]},
			"`+base+`a/providers/Microsoft.Insights/diagnosticSettings":{"value":[{"properties":{"logs":[{"category":"PostgreSQLLogs","enabled":true},{"category":"Other","enabled":false}]}}]},
			"`+base+`bare/configurations":{"value":[]},
			"`+base+`bare/providers/Microsoft.Insights/diagnosticSettings":{"value":[]}},
		"refused":{"`+base+`bare/firewallRules":"403 AuthorizationFailed"}}`, ServerFirewall, ServerParameters, ServerDiagnostics)
	var gaps inventory.Gaps
	got := map[string]*Server{}
	for s := range Servers.All(inv, &gaps) {
		got[s.ID] = s
	}
	if len(got) != 2 || inv.Gone() != 1 || len(gaps) > 0 {
		t.Fatalf("%d rows, %d gone, %v", len(got), inv.Gone(), gaps)
	}
	a, bare := got["a"], got["bare"]
	is(t, "the tier", inventory.Of(a.Tier), "GeneralPurpose")
	is(t, "the access", a.PublicNetwork, "Enabled")
	is(t, "Entra logins", a.EntraAuth, "Enabled")
	is(t, "passwords", a.PasswordAuth, "Disabled")
	is(t, "Entra logins, which are not said", bare.EntraAuth, "?")
	is(t, "passwords, which are not said", bare.PasswordAuth, "?")
	is(t, "the rules", a.Firewall, "[{azure 0.0.0.0 0.0.0.0}]")
	parameters, _ := a.Parameters.Peek()
	if len(parameters) != 3 || parameters[2].Name != SecureTransport {
		t.Fatal(parameters)
	}
	is(t, "a value that waits for a restart", parameters[0].Value, "?")
	is(t, "a value that is not said", parameters[1].Value, "?")
	is(t, "a value", parameters[2].Value, "on")
	is(t, "no parameters", bare.Parameters, "[]")
	is(t, "the logs", a.Diagnostics, "[{PostgreSQLLogs }]")
	is(t, "no logs", bare.Diagnostics, "[]")
	if g, ok := bare.Firewall.Gap(); !ok || g.Reason != inventory.Denied || g.Action != "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules/read" {
		t.Error(g)
	}
}
