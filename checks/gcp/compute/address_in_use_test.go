package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestAddressInUse(t *testing.T) {
	address := func(external bool, status inventory.Known[string]) inventory.Part {
		return inventory.Rows(compute.Addresses, &compute.Address{Resource: labelled("a"), External: inventory.Of(external), Status: status})
	}
	checktest.Run(t, AddressInUse, []checktest.Case{
		is("in use", checks.Pass, address(true, inventory.Of("IN_USE"))),
		is("idle", checks.Fail, address(true, inventory.Of("RESERVED"))),
		is("an internal one", checks.NotApplicable, address(false, inventory.Of("RESERVED"))),
		is("hidden", checks.Unknown, address(true, hidden[string]())),
	})
}
