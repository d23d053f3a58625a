package sql

import (
	"fmt"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const base = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.Sql/"

// row is a row of Resource Graph; path is what follows the provider.
func row(kind, path, name, properties string) string {
	return fmt.Sprintf(`{"id":"%s%s","name":%q,"type":%q,"location":"westeurope","subscriptionId":%q,"properties":%s}`, base, path, name, kind, azuretest.Subscription, properties)
}

func server(name, properties string) string {
	return row("microsoft.sql/servers", "servers/"+name, name, properties)
}

// read lists the servers with what needs name, by id.
func read(t *testing.T, text string, needs ...inventory.Source) (map[string]*Server, *inventory.Inventory) {
	t.Helper()
	inv := azuretest.Collect(t, text, append(needs, Servers)...)
	var gaps inventory.Gaps
	all := map[string]*Server{}
	for s := range Servers.All(inv, &gaps) {
		all[s.ID] = s
	}
	if len(gaps) > 0 {
		t.Fatal(gaps)
	}
	return all, inv
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
	got, _ := read(t, `{"rows":[
		`+server("good", `{"publicNetworkAccess":"Disabled","minimalTlsVersion":"1.2","isIPv6Enabled":"Enabled"}`)+`,
		`+server("bare", `{}`)+`]}`)
	is(t, "the access", got["good"].PublicNetwork, "Disabled")
	is(t, "the version", got["good"].MinimalTLS, "1.2")
	is(t, "IPv6", got["good"].IPv6, "true")
	is(t, "the access", got["bare"].PublicNetwork, "?")
	is(t, "the version", got["bare"].MinimalTLS, "?")
	is(t, "IPv6", got["bare"].IPv6, "false")
}

func TestServerFields(t *testing.T) {
	const at = base + "servers/"
	fields := []inventory.Source{ServerAdministrators, ServerFirewall, ServerProtector, ServerAlerts}
	got, inv := read(t, `{"rows":[`+server("a", `{"isIPv6Enabled":"Enabled"}`)+`,`+server("b", `{}`)+`,`+server("odd", `{}`)+`,`+server("gone", `{}`)+`],
		"get":{
			"`+at+`a/administrators":{"value":[{"name":"ActiveDirectory","properties":{"administratorType":"ActiveDirectory","principalType":"Group","login":"admins","sid":"0a","tenantId":"0b","azureADOnlyAuthentication":true}}]},
			"`+at+`b/administrators":{"value":[]},
			"`+at+`odd/administrators":{"value":[{"properties":{"sid":"0a"}}]},
			"`+at+`a/firewallRules":{"value":[{"name":"office","properties":{"startIpAddress":"198.51.100.7","endIpAddress":"198.51.100.9"}}]},
			"`+at+`a/ipv6FirewallRules":{"value":[{"name":"six","properties":{"startIPv6Address":"2001:db8::","endIPv6Address":"2001:db8::1"}}]},
			"`+at+`b/firewallRules":{"value":[]},
			"`+at+`odd/firewallRules":{"value":[{"name":"odd","properties":{"startIpAddress":"198.51.100.7"}}]},
			"`+at+`a/encryptionProtector/current":{"properties":{"serverKeyType":"AzureKeyVault","uri":"https://kv.vault.azure.net/keys/k/1"}},
			"`+at+`b/encryptionProtector/current":{"properties":{"serverKeyType":"ServiceManaged","serverKeyName":"ServiceManaged"}},
			"`+at+`odd/encryptionProtector/current":{"properties":{}},
			"`+at+`a/securityAlertPolicies/Default":{"properties":{"state":"Enabled"}},
			"`+at+`b/securityAlertPolicies/Default":{"properties":{"state":"Disabled"}},
			"`+at+`odd/securityAlertPolicies/Default":{"properties":{}}},
		"refused":{"`+at+`gone/administrators":"404 SubscriptionDoesNotHaveServer"}}`, fields...)
	if len(got) != 3 || inv.Gone() != 1 {
		t.Fatalf("%d rows, %d gone", len(got), inv.Gone())
	}
	admins, _ := got["a"].Administrators.Peek()
	if len(admins) != 1 || admins[0].PrincipalType != "Group" {
		t.Error(admins)
	}
	is(t, "Entra only", admins[0].EntraOnly, "true")
	is(t, "no administrator", got["b"].Administrators, "[]")
	admins, _ = got["odd"].Administrators.Peek()
	is(t, "Entra only, which is not said", admins[0].EntraOnly, "?")
	is(t, "the rules", got["a"].Firewall, "[{office 198.51.100.7 198.51.100.9} {six 2001:db8:: 2001:db8::1}]")
	is(t, "no rules", got["b"].Firewall, "[]")
	is(t, "a rule without an end", got["odd"].Firewall, "?")
	is(t, "the key", got["a"].Protector, "AzureKeyVault")
	is(t, "the key", got["b"].Protector, "ServiceManaged")
	is(t, "a key unsaid", got["odd"].Protector, "?")
	is(t, "the alerts", got["a"].Alerts, "true")
	is(t, "the alerts", got["b"].Alerts, "false")
	is(t, "alerts unsaid", got["odd"].Alerts, "?")
}

func TestServerAudit(t *testing.T) {
	const at = base + "servers/"
	const settings = "/databases/master/providers/Microsoft.Insights/diagnosticSettings"
	got, inv := read(t, `{"rows":[`+server("a", `{}`)+`,`+server("b", `{}`)+`,`+server("c", `{}`)+`,`+server("refused", `{}`)+`],
		"get":{
			"`+at+`a/auditingSettings/default":{"properties":{"state":"Enabled","storageEndpoint":"https://logs.blob.core.windows.net/","retentionDays":30,"isAzureMonitorTargetEnabled":false}},
			"`+at+`b/auditingSettings/default":{"properties":{"state":"Enabled","retentionDays":0,"isAzureMonitorTargetEnabled":true}},
			"`+at+`c/auditingSettings/default":{"properties":{}},
			"`+at+`a`+settings+`":{"value":[{"properties":{"logs":[{"category":"SQLSecurityAuditEvents","enabled":false},{"category":"Errors","enabled":true}]}}]},
			"`+at+`b`+settings+`":{"value":[{"properties":{"logs":[{"category":"SQLSecurityAuditEvents","enabled":true}]}}]},
			"`+at+`c`+settings+`":{"value":[{"properties":{"logs":[{"categoryGroup":"allLogs","enabled":true}]}}]}},
		"refused":{"`+at+`refused/auditingSettings/default":"403 AuthorizationFailed"}}`, ServerAudit, ServerAuditExport)
	a, _ := got["a"].Audit.Peek()
	is(t, "the state", a.State, "Enabled")
	is(t, "storage", a.Storage, "true")
	is(t, "Azure Monitor", a.Monitor, "false")
	is(t, "days", a.Days, "30")
	b, _ := got["b"].Audit.Peek()
	is(t, "storage", b.Storage, "false")
	is(t, "Azure Monitor", b.Monitor, "true")
	c, _ := got["c"].Audit.Peek()
	is(t, "a state unsaid", c.State, "?")
	is(t, "days unsaid", c.Days, "?")
	is(t, "storage unsaid", c.Storage, "?")
	is(t, "Azure Monitor unsaid", c.Monitor, "?")
	is(t, "no setting", got["a"].AuditExport, "false")
	is(t, "a setting", got["b"].AuditExport, "true")
	is(t, "a setting of all", got["c"].AuditExport, "true")
	if g, ok := got["refused"].Audit.Gap(); !ok || g.Reason != inventory.Denied || g.Action != "Microsoft.Sql/servers/auditingSettings/read" {
		t.Error(g)
	}
	// The database was not found: that is not to say that the server is gone.
	if _, ok := got["refused"].AuditExport.Peek(); ok || inv.Gone() != 0 {
		t.Error("a setting that was not found counts as known, or its server as gone")
	}
}

func TestServerAssessments(t *testing.T) {
	const at = base + "servers/"
	const express, classic = "/sqlVulnerabilityAssessments/default", "/vulnerabilityAssessments/default"
	got, _ := read(t, `{"rows":[`+server("express", `{}`)+`,`+server("classic", `{}`)+`,`+server("never", `{}`)+`,`+server("off", `{}`)+`,`+server("odd", `{}`)+`],
		"get":{
			"`+at+`express`+express+`":{"properties":{"state":"Enabled"}},
			"`+at+`classic`+express+`":{"properties":{"state":"Disabled"}},
			"`+at+`never`+express+`":{"properties":{"state":"Disabled"}},
			"`+at+`odd`+express+`":{"properties":{"state":"Odd"}},
			"`+at+`classic`+classic+`":{"properties":{"storageContainerPath":"https://logs.blob.core.windows.net/va/","recurringScans":{"isEnabled":true,"emailSubscriptionAdmins":false,"emails":["a@larkspur.example",""]}}},
			"`+at+`never`+classic+`":{"properties":{"recurringScans":{"isEnabled":false,"emailSubscriptionAdmins":true}}},
			"`+at+`odd`+classic+`":{"properties":{"storageContainerPath":"https://logs.blob.core.windows.net/va/"}}},
		"refused":{"`+at+`off`+express+`":"400 SqlVulnerabilityAssessmentIsDisabled","`+at+`off`+classic+`":"400 VulnerabilityAssessmentADSIsDisabled"}}`,
		ServerExpress, ServerClassic)
	is(t, "express", got["express"].Express, "true")
	is(t, "express", got["never"].Express, "false")
	is(t, "express", got["off"].Express, "false")
	is(t, "a state unheard of", got["odd"].Express, "?")
	is(t, "an answer that is not found", got["express"].Classic, "?")
	a, _ := got["classic"].Classic.Peek()
	is(t, "recurring", a.Recurring, "true")
	is(t, "to the owners", a.Admins, "false")
	is(t, "addresses", a.Emails, "1")
	for _, id := range []string{"never", "off"} {
		if a, ok := got[id].Classic.Peek(); !ok || a.Configured {
			t.Errorf("%s: %+v, %v", id, a, ok)
		}
	}
	a, _ = got["odd"].Classic.Peek()
	is(t, "scans unsaid", a.Recurring, "?")
}

func TestDatabases(t *testing.T) {
	database := func(server, name string) string {
		return row("microsoft.sql/servers/databases", "servers/"+server+"/databases/"+name, name, `{"status":"Online"}`)
	}
	const at = base + "servers/"
	inv := azuretest.Collect(t, `{"rows":[`+database("a", "master")+`,`+database("a", "Orders")+`,`+database("b", "Orders")+`,`+database("b", "odd")+`,
		`+row("microsoft.sql/managedinstances", "managedInstances/mi", "mi", `{"state":"Ready","publicDataEndpointEnabled":true,"minimalTlsVersion":"1.2"}`)+`,
		`+row("microsoft.sql/managedinstances", "managedInstances/bare", "bare", `{}`)+`],
		"get":{
			"`+at+`a/databases/orders/transparentDataEncryption/current":{"name":"current","properties":{"state":"Enabled"}},
			"`+at+`b/databases/orders/transparentDataEncryption/current":{"name":"current","properties":{"state":"Disabled"}},
			"`+at+`b/databases/odd/transparentDataEncryption/current":{"name":"current","properties":{}}}}`, DatabaseEncrypted, ManagedInstances)
	var gaps inventory.Gaps
	got := map[string]*Database{}
	for d := range Databases.All(inv, &gaps) {
		got[d.ID] = d
	}
	if len(got) != 3 || len(gaps) > 0 {
		t.Fatal(got, gaps)
	}
	is(t, "one", got["a/orders"].Encrypted, "true")
	is(t, "another of its name", got["b/orders"].Encrypted, "false")
	is(t, "a state unsaid", got["b/odd"].Encrypted, "?")
	instances := map[string]*ManagedInstance{}
	for m := range ManagedInstances.All(inv, &gaps) {
		instances[m.ID] = m
	}
	is(t, "the endpoint", instances["mi"].PublicEndpoint, "true")
	is(t, "the version", instances["mi"].MinimalTLS, "1.2")
	is(t, "an endpoint unsaid", instances["bare"].PublicEndpoint, "?")
	is(t, "a state unsaid", instances["bare"].State, "?")
}
