package aisearch

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aisearch"
	"demarc/providers/inventory"
)

func TestLocalAuth(t *testing.T) {
	checktest.Run(t, LocalAuth, []checktest.Case{
		{Name: "Entra only", Have: have(&aisearch.Service{LocalAuth: inventory.Of(false)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "keys", Have: have(&aisearch.Service{LocalAuth: inventory.Of(true)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&aisearch.Service{LocalAuth: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aisearch.Services, &aisearch.Service{Resource: res("s"), Status: inventory.Of("deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
