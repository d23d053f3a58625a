package entra

import (
	"testing"
	"time"

	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func TestCredentials(t *testing.T) {
	at := func(days int) inventory.Known[time.Time] {
		return inventory.Of(inventory.FixtureNow.Add(time.Duration(days) * day))
	}
	secret := func(from, to int) entra.Credential { return entra.Credential{KeyID: "k", Start: at(from), End: at(to)} }
	have := func(certificates []entra.Credential, secrets ...entra.Credential) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(entra.Applications, &entra.Application{
			Resource: inventory.Resource{ID: "a"}, Secrets: inventory.Of(secrets), Certificates: inventory.Of(certificates),
		}))
	}
	hidden := checktest.Case{Name: "hidden", Want: unknown, Have: inventory.Fixture(inventory.Rows(entra.Applications, &entra.Application{
		Resource: inventory.Resource{ID: "a"}, Secrets: dark[[]entra.Credential](), Certificates: inventory.Of([]entra.Credential{}),
	}))}
	checktest.Run(t, CredentialsExpired, []checktest.Case{
		{Name: "current", Have: have(nil, secret(-10, 90)), Want: pass},
		{Name: "a secret", Have: have(nil, secret(-100, -1), secret(-1, 9)), Want: fail},
		{Name: "a certificate", Have: have([]entra.Credential{secret(-900, -1)}), Want: fail},
		{Name: "none", Have: have(nil), Want: skip},
		{Name: "end hidden", Have: have(nil, entra.Credential{Start: at(-1), End: dark[time.Time]()}), Want: unknown},
		hidden,
	})
	checktest.Run(t, SecretsShortLived, []checktest.Case{
		{Name: "half a year", Have: have(nil, secret(-10, 170)), Want: pass},
		{Name: "two years", Have: have(nil, secret(-10, 720)), Want: fail},
		{Name: "two years, over", Have: have(nil, secret(-800, -70)), Want: pass},
		{Name: "certificates alone", Have: have([]entra.Credential{secret(-10, 720)}), Want: skip},
		hidden,
	})
}
