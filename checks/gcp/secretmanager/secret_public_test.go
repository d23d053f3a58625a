package secretmanager

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/secretmanager"
	"demarc/providers/inventory"
)

func TestSecretPublic(t *testing.T) {
	with := func(bindings inventory.Known[[]iam.Binding]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(secretmanager.Secrets, &secretmanager.Secret{Resource: inventory.Resource{ID: "a", Full: "a"}}),
			inventory.Rows(iam.Policies, &iam.Policy{Resource: inventory.Resource{ID: "a", Full: "a"}, Bindings: bindings}))
	}
	to := func(members ...string) inventory.Known[[]iam.Binding] {
		return inventory.Of([]iam.Binding{{Role: "roles/secretmanager.secretAccessor", Members: members}})
	}
	checktest.Run(t, SecretPublic, []checktest.Case{
		{Name: "one", Have: with(to("serviceAccount:app@p.iam.gserviceaccount.com")), Want: pass},
		{Name: "everybody", Have: with(to("allAuthenticatedUsers")), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[[]iam.Binding](checktest.Dark)), Want: unknown},
	})
}
