package cloudfunctions

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudfunctions"
	"demarc/providers/inventory"
)

func TestFunctionVPC(t *testing.T) {
	with := func(k inventory.Known[bool]) *inventory.Inventory {
		return have(func(f *cloudfunctions.Function) { f.Connected = k })
	}
	checktest.Run(t, FunctionVPC, []checktest.Case{
		{Name: "none", Have: with(inventory.Of(false)), Want: fail},
		{Name: "one", Have: with(inventory.Of(true)), Want: pass},
		{Name: "being deleted", Have: have(going), Want: skip},
		{Name: "hidden", Have: with(dark[bool]()), Want: unknown},
	})
}
