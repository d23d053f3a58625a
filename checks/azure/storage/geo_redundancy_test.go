package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestGeoRedundancy(t *testing.T) {
	account := func(sku string) *inventory.Inventory { return have(storage.Account{SKU: inventory.Of(sku)}) }
	checktest.Run(t, GeoRedundancy, []checktest.Case{
		{Name: "another region", Have: account("Standard_RAGRS"), Want: pass},
		{Name: "another region, by zones", Have: account("StandardV2_GZRS"), Want: pass},
		{Name: "one place", Have: account("Standard_LRS"), Want: fail},
		{Name: "one region", Have: account("Standard_ZRS"), Want: fail},
		{Name: "premium", Have: account("Premium_ZRS"), Want: skip},
		{Name: "another", Have: account("Standard_XRS"), Want: unknown},
		{Name: "hidden", Have: have(storage.Account{SKU: hidden[string]()}), Want: unknown},
	})
}
