package kms

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

func TestKeyEnabled(t *testing.T) {
	have := func(m kms.Metadata) *inventory.Inventory { return inventory.Fixture(inventory.Rows(kms.Keys, key(m))) }
	checktest.Run(t, KeyEnabled, []checktest.Case{
		{Name: "enabled", Have: have(own), Want: []checks.Verdict{checks.Pass}},
		{Name: "disabled", Have: have(disabled), Want: []checks.Verdict{checks.Fail}},
		{Name: "deleting", Have: have(deleting), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "managed by AWS", Have: have(managed), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(inventory.Rows(kms.Keys, &kms.Key{Metadata: inventory.Missing[kms.Metadata](checktest.Dark)}))},
	})
}
