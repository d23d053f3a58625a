package kms

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

func TestKeySingleRegion(t *testing.T) {
	have := func(m kms.Metadata) *inventory.Inventory { return inventory.Fixture(inventory.Rows(kms.Keys, key(m))) }
	checktest.Run(t, KeySingleRegion, []checktest.Case{
		{Name: "one region", Have: have(own), Want: []checks.Verdict{checks.Pass}},
		{Name: "several", Have: have(as(func(m *kms.Metadata) { m.MultiRegion = inventory.Of(true) })), Want: []checks.Verdict{checks.Fail}},
		{Name: "managed by AWS", Have: have(managed), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(as(func(m *kms.Metadata) { m.MultiRegion = inventory.Missing[bool](checktest.Dark) })), Want: []checks.Verdict{checks.Unknown}},
	})
}
