package monitor

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const sub = "/subscriptions/" + azuretest.Subscription

func TestAlerts(t *testing.T) {
	row := func(name, properties string) string {
		return `{"id":"` + sub + `/resourceGroups/rg/providers/microsoft.insights/activityLogAlerts/` + name + `","name":"` + name + `","type":"microsoft.insights/activitylogalerts","location":"global","subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
	}
	inv := azuretest.Collect(t, `{"rows":[
		`+row("good", `{"enabled":false,"scopes":["`+sub+`/"],"condition":{"allOf":[{"field":"category","equals":"Administrative"},{"anyOf":[{"field":"operationName","equals":"a"},{"field":"operationName","equals":"b"}]},{"field":"level","containsAny":["Warning","Error"]}]}}`)+`,
		`+row("plain", `{"condition":{"allOf":[{"field":"category","equals":"Administrative"}]}}`)+`,
		`+row("odd", `{"condition":{"allOf":[{"field":"category"}]}}`)+`,
		`+row("some", `{"condition":{"allOf":[{"anyOf":[{"equals":"a"}]}]}}`)+`,
		`+row("bare", `{}`)+`,
		{"id":"/c","name":"c","type":"microsoft.insights/components","subscriptionId":"`+azuretest.Subscription+`","properties":{}}]}`, ActivityLogAlerts, Components)
	var gaps inventory.Gaps
	rows := map[string]*ActivityLogAlert{}
	for a := range ActivityLogAlerts.All(inv, &gaps) {
		rows[a.ID] = a
	}
	good, bare := rows["good"], rows["bare"]
	scopes, _ := good.Scopes.Peek()
	all, _ := good.Conditions.Peek()
	if good.Enabled != inventory.Of(false) || len(scopes) != 1 || scopes[0] != sub || len(all) != 3 || len(all[1].AnyOf) != 2 || len(all[2].AnyOf[0].Values) != 2 || all[0].AnyOf[0].Values[0] != "Administrative" {
		t.Errorf("%+v %+v", good, all)
	}
	for _, a := range []*ActivityLogAlert{rows["odd"], rows["some"], bare} {
		if _, known := a.Conditions.Peek(); known {
			t.Errorf("%s: conditions that the answer lacks count as known", a.ID)
		}
	}
	if _, known := bare.Enabled.Peek(); known || rows["plain"].Enabled != inventory.Of(true) {
		t.Errorf("%+v", bare)
	}
	n := 0
	for range Components.All(inv, &gaps) {
		n++
	}
	if n != 1 || len(gaps) > 0 {
		t.Error(n, gaps)
	}
}

func TestDiagnosticSettings(t *testing.T) {
	account := func(name string) string {
		return sub + "/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/" + name
	}
	setting := func(name, properties string) string {
		return `{"id":"` + sub + `/providers/microsoft.insights/diagnosticSettings/` + name + `","name":"` + name + `","properties":` + properties + `}`
	}
	get := func(name, properties string) string {
		return `,"` + account(name) + `":{"properties":` + properties + `}`
	}
	const container = "/blobServices/default/containers/insights-activity-logs"
	inv := azuretest.Collect(t, `{"get":{"`+sub+`/providers/Microsoft.Insights/diagnosticSettings":{"value":[
			`+setting("closed", `{"storageAccountId":"`+account("closed")+`","workspaceId":"w","logs":[{"category":"Policy","enabled":true},{"category":"Alert"}]}`)+`,
			`+setting("open", `{"storageAccountId":"`+account("open")+`"}`)+`,
			`+setting("new", `{"storageAccountId":"`+account("new")+`","logs":[]}`)+`,
			`+setting("gone", `{"storageAccountId":"`+account("gone")+`","logs":[]}`)+`,
			{"id":"/bare","name":"bare"},
			`+setting("away", `{"storageAccountId":"`+account("away")+`","logs":[{"enabled":true}]}`)+`,
			`+setting("nowhere", `{"logs":[]}`)+`,
			`+setting("none", `{"workspaceId":"w","logs":[]}`)+`]}`+
		get("closed", `{"allowBlobPublicAccess":false,"encryption":{"keySource":"Microsoft.Keyvault"}}`)+
		get("open", `{"allowBlobPublicAccess":true,"encryption":{"keySource":"Microsoft.Storage"}}`)+
		get("new", `{"encryption":{"keySource":"Microsoft.Storage"}}`)+
		`,"`+account("open")+container+`":{"properties":{"publicAccess":"Blob"}}},
		"refused":{"`+account("new")+container+`":"404 ContainerNotFound","`+account("away")+`":"404 SubscriptionNotFound"}}`, DiagnosticSettingStorage)
	want := map[string]Storage{
		"closed": {KeySource: "Microsoft.Keyvault"}, "open": {KeySource: "Microsoft.Storage", Public: true},
		"new": {KeySource: "Microsoft.Storage"}, "gone": {Gone: true}, "none": {},
	}
	var gaps inventory.Gaps
	n := 0
	for d := range DiagnosticSettings.All(inv, &gaps) {
		n++
		expected, ok := want[d.ID] // the others are not known: an answer without properties, an account out of sight
		if s, known := d.Storage.Peek(); known != ok || s != expected {
			t.Errorf("%s: %+v", d.ID, d.Storage)
		}
		logs, known := d.Logs.Peek()
		switch d.ID {
		case "closed":
			sinks, _ := d.Sinks.Peek()
			if _, known := logs[1].Enabled.Peek(); known || logs[0].Enabled != inventory.Of(true) || len(sinks) != 2 {
				t.Errorf("%+v", d)
			}
		case "bare":
			if _, told := d.Sinks.Peek(); known || told {
				t.Error("an answer without properties counts as known")
			}
		case "nowhere":
			if _, told := d.Sinks.Peek(); told {
				t.Error("a setting that is not said to send anywhere counts as known")
			}
		case "away":
			if known {
				t.Error("a log without a category counts as known")
			}
		case "open":
			if known {
				t.Error("logs that the answer lacks count as known")
			}
		}
	}
	if n != 8 || len(gaps) > 0 {
		t.Error(n, gaps)
	}
	for range DiagnosticSettings.All(azuretest.Collect(t, `{"get":{"`+sub+`/providers/Microsoft.Insights/diagnosticSettings":{"value":[{"name":"nameless"}]}}}`, DiagnosticSettings), &gaps) {
		t.Error("a setting without an id")
	}
	if len(gaps) != 1 {
		t.Error(gaps)
	}
}

func TestTenant(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{"/providers/microsoft.aadiam/diagnosticSettings":{"value":[
		{"name":"bare"},
		{"name":"s","properties":{"eventHubAuthorizationRuleId":"e","logs":[{"category":"SignInLogs","enabled":true},{"categoryGroup":"allLogs","enabled":false}]}}]}},
		"refused":{"/providers/microsoft.intune/diagnosticSettings":"403 AuthorizationFailed"}}`, TenantEntraLogs, TenantIntuneLogs)
	row, _ := Tenants.The(inv, "").Peek()
	all, _ := row.EntraLogs.Peek()
	logs, _ := all[1].Logs.Peek()
	sinks, _ := all[1].Sinks.Peek()
	if len(logs) != 2 || logs[1].Group != "allLogs" || len(sinks) != 1 {
		t.Errorf("%+v", all)
	}
	if _, known := all[0].Sinks.Peek(); known {
		t.Error("an answer without properties counts as known")
	}
	if g, hidden := row.IntuneLogs.Gap(); !hidden || g.Reason != inventory.Denied || g.Action != "Microsoft.Intune/diagnosticsettings/read" {
		t.Errorf("%+v", g)
	}
}
