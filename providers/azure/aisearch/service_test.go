package aisearch

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

func TestServices(t *testing.T) {
	row := func(name, sku, properties string) string {
		return `{"id":"/subscriptions/` + azuretest.Subscription + `/resourceGroups/RG/providers/Microsoft.Search/searchServices/` + name + `","name":"` + name + `","type":"microsoft.search/searchservices","sku":` + sku + `,"location":"westeurope","subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
	}
	inv := azuretest.Collect(t, `{"rows":[
		`+row("good", `{"name":"standard"}`, `{"status":"running","publicNetworkAccess":"disabled","networkRuleSet":{"ipRules":[{"value":"203.0.113.7"}],"bypass":"None"},"disableLocalAuth":true,
			"privateEndpointConnections":[{"properties":{"groupId":"searchService","privateEndpoint":{"id":"/P"},"privateLinkServiceConnectionState":{"status":"Approved"}}}]}`)+`,
		`+row("bare", `null`, `{"networkRuleSet":null}`)+`]}`, Services)
	var gaps inventory.Gaps
	rows := map[string]*Service{}
	for s := range Services.All(inv, &gaps) {
		rows[s.ID] = s
	}
	if len(rows) != 2 || len(gaps) > 0 {
		t.Fatal(len(rows), gaps)
	}
	s := rows["good"]
	ranges, _ := s.Ranges.Peek()
	links, _ := s.Connections.Peek()
	if s.Status != inventory.Of("running") || s.SKU != inventory.Of("standard") || s.PublicNetwork != inventory.Of("disabled") || len(ranges) != 1 || len(links) != 1 || s.LocalAuth != inventory.Of(false) {
		t.Errorf("%+v", s)
	}
	s = rows["bare"]
	ranges, known := s.Ranges.Peek()
	_, status := s.Status.Peek()
	_, sku := s.SKU.Peek()
	if status || sku || !known || len(ranges) != 0 || s.PublicNetwork != inventory.Of("enabled") || s.LocalAuth != inventory.Of(true) {
		t.Errorf("%+v", s)
	}
}
