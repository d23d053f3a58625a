package kms

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

func TestKeyDeletion(t *testing.T) {
	have := func(m kms.Metadata) *inventory.Inventory { return inventory.Fixture(inventory.Rows(kms.Keys, key(m))) }
	checktest.Run(t, KeyDeletion, []checktest.Case{
		{Name: "kept", Have: have(own), Want: []checks.Verdict{checks.Pass}},
		{Name: "disabled", Have: have(disabled), Want: []checks.Verdict{checks.Pass}},
		{Name: "scheduled", Have: have(deleting), Want: []checks.Verdict{checks.Fail}},
		{Name: "waits for its replicas", Have: have(as(func(m *kms.Metadata) { m.State = "PendingReplicaDeletion" })), Want: []checks.Verdict{checks.Fail}},
		{Name: "managed by AWS", Have: have(managed), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(inventory.Rows(kms.Keys, &kms.Key{Metadata: inventory.Missing[kms.Metadata](checktest.Dark)}))},
	})
}
