package servicehealth

import (
	"slices"
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

func TestEvents(t *testing.T) {
	const row = `"type":"microsoft.resourcehealth/events","subscriptionId":"` + azuretest.Subscription + `"`
	inv := azuretest.Collect(t, `{"rows":[
		{"id":"/subscriptions/`+azuretest.Subscription+`/providers/Microsoft.ResourceHealth/events/AB1-CD2","name":"AB1-CD2",`+row+`,"properties":{"title":"Storage - West Europe","trackingId":"AB1-CD2","eventType":"ServiceIssue","status":"Active","impactStartTime":"2026-11-24T06:00:00Z","impact":[{"impactedService":"Storage","impactedRegions":[{"impactedRegion":"West Europe"}]}]}},
		{"id":"/subscriptions/`+azuretest.Subscription+`/providers/Microsoft.ResourceHealth/events/EF3","name":"EF3",`+row+`,"properties":{"status":"Active"}}]}`, Events)
	var gaps inventory.Gaps
	rows := slices.Collect(Events.All(inv, &gaps))
	if len(rows) != 2 || len(gaps) != 0 {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	regions, _ := rows[0].Regions.Peek()
	if rows[0].ID != "AB1-CD2" || rows[0].Name != "Storage - West Europe" || !slices.Equal(regions, []string{"westeurope"}) {
		t.Errorf("%+v", rows[0])
	}
	if _, known := rows[1].Services.Peek(); known {
		t.Error("services that are not told are known")
	}
}
