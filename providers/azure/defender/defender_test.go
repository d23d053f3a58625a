package defender

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const security = "/subscriptions/" + azuretest.Subscription + "/providers/Microsoft.Security/"

var fields = []inventory.Source{SubscriptionPlans, SubscriptionContacts, SubscriptionSettings, SubscriptionVulnerability}

func TestSubscription(t *testing.T) {
	inv := azuretest.Collect(t, `{"get":{
		"`+security+`pricings":{"value":[
			{"name":"VirtualMachines","properties":{"pricingTier":"Standard","subPlan":"P2","extensions":[{"name":"AgentlessVmScanning","isEnabled":"True"},{"name":"FileIntegrityMonitoring","isEnabled":"False"}]}},
			{"name":"Dns","properties":{}}]},
		"`+security+`securityContacts":{"value":[
			{"name":"default","properties":{"isEnabled":true,"emails":"a@larkspur.example; b@larkspur.example","notificationsByRole":{"state":"Off","roles":["Owner"]},"notificationsSources":[{"sourceType":"Alert","minimalSeverity":"High"}]}},
			{"name":"bare","properties":{}}]},
		"`+security+`settings":{"value":[{"name":"WDATP","properties":{"enabled":true}},{"name":"MCAS","properties":{}}]},
		"`+security+`serverVulnerabilityAssessmentsSettings":{"value":[{"properties":{"selectedProvider":"MdeTvm"}}]}}}`, fields...)
	row, _ := Subscriptions.The(inv, "").Peek()
	plans, _ := row.Plans.Peek()
	servers, _ := plans[0].Extensions.Peek()
	if plans[0].Tier != inventory.Of("Standard") || plans[0].SubPlan != "P2" || servers[0].Enabled != inventory.Of(true) || servers[1].Enabled != inventory.Of(false) {
		t.Errorf("%+v", plans)
	}
	if _, known := plans[1].Tier.Peek(); known {
		t.Error("a tier that the answer lacks counts as known")
	}
	contacts, _ := row.Contacts.Peek()
	roles, ok := contacts[0].Roles.Peek()
	risks, known := contacts[0].Risks.Peek()
	if contacts[0].Emails != inventory.Of(2) || !ok || len(roles) != 0 || !known || len(risks) != 0 {
		t.Errorf("%+v", contacts[0])
	}
	if _, known := contacts[1].Severities.Peek(); known || contacts[1].Emails != inventory.Of(0) {
		t.Errorf("%+v", contacts[1])
	}
	settings, _ := row.Settings.Peek()
	if _, known := settings[1].Enabled.Peek(); known || settings[0].Enabled != inventory.Of(true) {
		t.Errorf("%+v", settings)
	}
	if row.Vulnerability != inventory.Of("MdeTvm") {
		t.Error(row.Vulnerability)
	}
}

// A subscription that was never registered has nothing on; a refusal says nothing.
func TestUnregistered(t *testing.T) {
	refuse := func(answer string) *Subscription {
		inv := azuretest.Collect(t, `{"refused":{"`+security+`pricings":"`+answer+`","`+security+`securityContacts":"`+answer+`","`+security+`settings":"`+answer+`","`+security+`serverVulnerabilityAssessmentsSettings":"`+answer+`"}}`, fields...)
		row, _ := Subscriptions.The(inv, "").Peek()
		return row
	}
	row := refuse("404 Subscription Not Registered")
	plans, ok := row.Plans.Peek()
	contacts, also := row.Contacts.Peek()
	settings, too := row.Settings.Peek()
	if !ok || !also || !too || len(plans)+len(contacts)+len(settings) != 0 || row.Vulnerability != inventory.Of("") {
		t.Errorf("%+v", row)
	}
	for answer, reason := range map[string]inventory.Reason{"403 AuthorizationFailed": inventory.Denied, "404 SubscriptionNotFound": inventory.Failed} {
		row = refuse(answer)
		for _, k := range []interface {
			Gap() (inventory.Gap, bool)
		}{row.Plans, row.Contacts, row.Settings, row.Vulnerability} {
			if g, hidden := k.Gap(); !hidden || g.Reason != reason {
				t.Errorf("%s: %+v", answer, k)
			}
		}
	}
}

// An entry that does not say what it is might be the one that is asked for.
func TestUnnamed(t *testing.T) {
	for what, pricings := range map[string]string{"a plan": `{"properties":{"pricingTier":"Free"}}`, "an extension": `{"name":"VirtualMachines","properties":{"extensions":[{"isEnabled":"False"}]}}`} {
		inv := azuretest.Collect(t, `{"get":{
			"`+security+`pricings":{"value":[`+pricings+`]},
			"`+security+`securityContacts":{"value":[{"name":"default","properties":{"isEnabled":true,"notificationsSources":[{"minimalSeverity":"High"}]}}]},
			"`+security+`settings":{"value":[{"properties":{"enabled":true}}]},
			"`+security+`serverVulnerabilityAssessmentsSettings":{"value":[{"properties":{}}]}}}`, fields...)
		row, _ := Subscriptions.The(inv, "").Peek()
		if _, known := row.Plans.Peek(); known {
			t.Errorf("%s without a name: %+v", what, row.Plans)
		}
		contacts, _ := row.Contacts.Peek()
		if _, known := contacts[0].Severities.Peek(); known {
			t.Error("a source without its type counts as known")
		}
		if _, known := row.Settings.Peek(); known {
			t.Error("a setting without a name counts as known")
		}
		if _, known := row.Vulnerability.Peek(); known {
			t.Error("a choice that the answer lacks counts as none")
		}
	}
}

func TestRows(t *testing.T) {
	const vm = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web"
	const hub = "/subscriptions/" + azuretest.Subscription + "/resourceGroups/rg/providers/Microsoft.Devices/IotHubs/hub"
	assessment := func(key, properties string) string {
		return `{"id":"` + vm + `/providers/Microsoft.Security/assessments/` + key + `","type":"microsoft.security/assessments","subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
	}
	inv := azuretest.Collect(t, `{"rows":[
		`+assessment(systemUpdates, `{"status":{"code":"Unhealthy"}}`)+`,
		`+assessment(endpoint, `{}`)+`,
		{"id":"`+hub+`","name":"hub","type":"microsoft.devices/iothubs","subscriptionId":"`+azuretest.Subscription+`","properties":{}},
		{"id":"/s1","name":"s1","type":"microsoft.security/iotsecuritysolutions","subscriptionId":"`+azuretest.Subscription+`","properties":{"status":"Enabled","iotHubs":["`+hub+`"]}}]}`,
		SystemUpdates, EndpointProtection, ContainerImages, IoTHubs, IoTSolutions)
	var gaps inventory.Gaps
	n := 0
	for a := range SystemUpdates.All(inv, &gaps) {
		n++
		if a.Name != "web" || a.Status != inventory.Of("Unhealthy") {
			t.Errorf("%+v", a)
		}
	}
	for a := range EndpointProtection.All(inv, &gaps) {
		n++
		if _, known := a.Status.Peek(); known {
			t.Error("a status that the answer lacks counts as known")
		}
	}
	for range ContainerImages.All(inv, &gaps) {
		t.Error("an image")
	}
	for h := range IoTHubs.All(inv, &gaps) {
		for s := range IoTSolutions.All(inv, &gaps) {
			n++
			if ids, _ := s.Hubs.Peek(); len(ids) != 1 || ids[0] != h.Full {
				t.Error(ids, h.Full)
			}
		}
	}
	if n != 3 || len(gaps) > 0 {
		t.Error(n, gaps)
	}
}
