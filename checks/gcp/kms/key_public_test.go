package kms

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/kms"
	"demarc/providers/inventory"
)

func TestKeyNotPublic(t *testing.T) {
	to := func(full string, members ...string) *iam.Policy {
		return &iam.Policy{Resource: inventory.Resource{Full: full}, Bindings: inventory.Of([]iam.Binding{{Role: "roles/cloudkms.cryptoKeyDecrypter", Members: members}})}
	}
	with := func(policies ...*iam.Policy) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(kms.CryptoKeys, newKey()), inventory.Rows(iam.Policies, policies...))
	}
	hidden := to(ringFull)
	hidden.Bindings = dark[[]iam.Binding]()
	checktest.Run(t, KeyNotPublic, []checktest.Case{
		{Name: "no policy", Have: with(), Want: pass},
		{Name: "someone", Have: with(to(keyFull, "user:a@example.com"), to("//cloudkms.googleapis.com/projects/1/locations/europe-west1/keyRings/other", "allUsers")), Want: pass},
		{Name: "everybody", Have: with(to(keyFull, "user:a@example.com", "allUsers")), Want: fail},
		{Name: "everybody, by the key ring", Have: with(to(ringFull, "allAuthenticatedUsers")), Want: fail},
		{Name: "hidden", Have: with(hidden), Want: unknown},
	})
}
