package kms

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

func TestKeyRotation(t *testing.T) {
	on, off := inventory.Of(kms.Rotation{Enabled: true, Days: 365}), inventory.Of(kms.Rotation{})
	hidden := inventory.Missing[kms.Rotation](checktest.Dark)
	have := func(m kms.Metadata, r inventory.Known[kms.Rotation]) *inventory.Inventory {
		k := key(m)
		k.Rotation = r
		return inventory.Fixture(inventory.Rows(kms.Keys, k))
	}
	checktest.Run(t, KeyRotation, []checktest.Case{
		{Name: "on", Have: have(own, on), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(own, off), Want: []checks.Verdict{checks.Fail}},
		{Name: "off and disabled", Have: have(disabled, off), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(own, hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "managed by AWS", Have: have(managed, on), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "asymmetric", Have: have(as(func(m *kms.Metadata) { m.Spec = inventory.Of("RSA_2048") }), off), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "signs", Have: have(as(func(m *kms.Metadata) { m.Spec, m.Usage = inventory.Of("HMAC_256"), inventory.Of("GENERATE_VERIFY_MAC") }), off), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "usage hidden", Have: have(as(func(m *kms.Metadata) { m.Usage = inventory.Missing[string](checktest.Dark) }), off), Want: []checks.Verdict{checks.Unknown}},
		{Name: "imported", Have: have(as(func(m *kms.Metadata) { m.Origin = inventory.Of("EXTERNAL") }), hidden), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "deleting", Have: have(deleting, off), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "being created", Have: have(as(func(m *kms.Metadata) { m.State = "Creating" }), hidden), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(kms.Keys, "us-east-1", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
