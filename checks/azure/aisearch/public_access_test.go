package aisearch

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aisearch"
	"demarc/providers/inventory"
)

func TestPublicAccess(t *testing.T) {
	net := func(public inventory.Known[string], ranges ...string) *inventory.Inventory {
		return have(&aisearch.Service{PublicNetwork: public, Ranges: inventory.Of(ranges)})
	}
	on := inventory.Of("enabled")
	checktest.Run(t, PublicAccess, []checktest.Case{
		{Name: "shut", Have: net(inventory.Of("Disabled")), Want: []checks.Verdict{checks.Pass}},
		{Name: "ruled by a perimeter", Have: net(inventory.Of("securedByPerimeter")), Want: []checks.Verdict{checks.Pass}},
		{Name: "selected", Have: net(on, "203.0.113.7"), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: net(on), Want: []checks.Verdict{checks.Fail}},
		{Name: "everything selected", Have: net(on, "0.0.0.0/0"), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: net(inventory.Of("other")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: net(hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "ranges hidden", Have: have(&aisearch.Service{PublicNetwork: on, Ranges: hidden[[]string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aisearch.Services, &aisearch.Service{Resource: res("s"), Status: inventory.Of("deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
