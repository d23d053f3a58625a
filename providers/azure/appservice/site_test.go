package appservice

import (
	"fmt"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const base = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/RG/providers/Microsoft.Web/sites/"

// row is a row of Resource Graph, in the case that it gives ids in.
func row(kind, name, properties string, more ...string) string {
	extra := ""
	for _, m := range more {
		extra += "," + m
	}
	return fmt.Sprintf(`{"id":"%s%s","name":%q,"type":%q,"location":"westeurope","subscriptionId":%q,"properties":%s%s}`, base, name, name, kind, azuretest.Subscription, properties, extra)
}

// read lists the sites with what needs name, by id.
func read(t *testing.T, text string, needs ...inventory.Source) (map[string]*Site, *inventory.Inventory) {
	t.Helper()
	inv := azuretest.Collect(t, text, append(needs, Sites)...)
	var gaps inventory.Gaps
	all := map[string]*Site{}
	for a := range Sites.All(inv, &gaps) {
		all[a.ID] = a
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

func TestSites(t *testing.T) {
	got, _ := read(t, `{"rows":[
		`+row("microsoft.web/sites", "web", `{"httpsOnly":true,"clientCertEnabled":true,"clientCertMode":"Optional","publicNetworkAccess":"Disabled","virtualNetworkSubnetId":"/S"}`, `"kind":"app,linux"`, `"identity":{"type":"SystemAssigned, UserAssigned","principalId":"ME","userAssignedIdentities":{"/i":{"principalId":"YOU"}}}`)+`,
		`+row("microsoft.web/sites", "fun", `{"clientCertEnabled":false,"clientCertMode":"Required","publicNetworkAccess":null,"privateEndpointConnections":[{}],"functionAppConfig":{"runtime":{"name":"Python","version":"3.12"}}}`, `"kind":"functionapp,linux"`, `"identity":null`)+`,
		`+row("microsoft.web/sites", "open", `{"privateEndpointConnections":[]}`, `"identity":{"type":"UserAssigned","userAssignedIdentities":{"/i":{}}}`)+`,
		`+row("microsoft.web/sites", "odd", `{"clientCertEnabled":true,"functionAppConfig":{"runtime":{}}}`, `"identity":{"principalId":"ME"}`)+`,
		`+row("microsoft.web/sites", "lost", `{}`, `"identity":{"type":"UserAssigned"}`)+`,
		`+row("microsoft.web/sites", "bare", `{}`)+`,
		`+row("microsoft.web/sites/slots", "web/slots/blue", `{"httpsOnly":false}`)+`]}`)
	web, fun, bare := got["web"], got["fun"], got["bare"]
	is(t, "HTTPS only", web.HTTPSOnly, "true")
	is(t, "the certificates", web.ClientCerts, "Optional")
	is(t, "the network", web.PublicNetwork, "false")
	is(t, "the subnet", web.Subnet, "/s")
	is(t, "the identity", web.Identity, "SystemAssigned, UserAssigned")
	is(t, "its principals", web.PrincipalIDs, "[me you]")
	is(t, "a function", web.Function, "false")
	is(t, "a function", fun.Function, "true")
	is(t, "the certificates", fun.ClientCerts, "Off")
	is(t, "the network", fun.PublicNetwork, "false")
	is(t, "the runtime", fun.RuntimeName, "python")
	is(t, "the identity", fun.Identity, "None")
	is(t, "its principals", fun.PrincipalIDs, "[]")
	is(t, "the network", got["open"].PublicNetwork, "true")
	is(t, "the principals that the answer lacks", got["open"].PrincipalIDs, "?")
	is(t, "a function, where the kind is left out", bare.Function, "?")
	is(t, "certificates without their mode", got["odd"].ClientCerts, "?")
	is(t, "an identity without its type", got["odd"].Identity, "?")
	is(t, "identities that are assigned and left out", got["lost"].PrincipalIDs, "?")
	is(t, "a runtime without its name", got["odd"].RuntimeName, "?")
	is(t, "a runtime without its version", got["odd"].RuntimeVersion, "?")
	is(t, "no subnet", got["open"].Subnet, "")
	is(t, "HTTPS only", bare.HTTPSOnly, "?")
	is(t, "the network", bare.PublicNetwork, "?")
	is(t, "the certificates", bare.ClientCerts, "?")
	is(t, "a slot", got["web/blue"].HTTPSOnly, "false")
}

func TestSiteFields(t *testing.T) {
	got, inv := read(t, `{"rows":[`+row("microsoft.web/sites", "a", `{}`)+`,`+row("microsoft.web/sites", "b", `{}`)+`,`+row("microsoft.web/sites", "c", `{}`)+`,`+row("microsoft.web/sites", "gone", `{}`)+`],
		"get":{
			"`+base+`a/config/authsettingsV2":{"properties":{"platform":{"enabled":true}}},
			"`+base+`b/config/authsettingsV2":{"properties":{}},
			"`+base+`a/basicPublishingCredentialsPolicies":{"value":[{"name":"scm","properties":{"allow":true}},{"name":"ftp","properties":{"allow":false}}]},
			"`+base+`b/basicPublishingCredentialsPolicies":{"value":[]},
			"`+base+`c/config/authsettingsV2":{"properties":{"platform":{}}},
			"`+base+`c/basicPublishingCredentialsPolicies":{"value":[{"name":"ftp","properties":{"allow":false}}]},
			"`+base+`c/providers/Microsoft.Insights/diagnosticSettings":{"value":[{"properties":{"logs":[{"category":"AppServiceHTTPLogs"}]}}]},
			"`+base+`a/providers/Microsoft.Insights/diagnosticSettings":{"value":[{"properties":{"logs":[{"category":"AppServiceHTTPLogs","enabled":true},{"category":"AppServiceAppLogs","enabled":false},{"categoryGroup":"audit","enabled":true}]}}]},
			"`+base+`b/providers/Microsoft.Insights/diagnosticSettings":{"value":[]}}}`, SiteAuth, SiteBasicAuth, SiteDiagnostics)
	is(t, "the login", got["a"].Auth, "true")
	is(t, "an answer without a login", got["b"].Auth, "?")
	is(t, "the passwords", got["a"].BasicAuth, "[scm]")
	is(t, "an answer without policies", got["b"].BasicAuth, "?")
	is(t, "the logs", got["a"].Diagnostics, "[{AppServiceHTTPLogs } { audit}]")
	is(t, "no settings", got["b"].Diagnostics, "[]")
	is(t, "an answer with one of the policies", got["c"].BasicAuth, "?")
	is(t, "a log that is not said to be on or off", got["c"].Diagnostics, "?")
	if len(got) != 3 || inv.Gone() != 1 {
		t.Errorf("%d rows, %d gone", len(got), inv.Gone())
	}
}
