package cloudsql

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

func TestCustomerKey(t *testing.T) {
	checktest.Run(t, CustomerKey, append(states(),
		checktest.Case{Name: "Google's", Have: have(asIs), Want: fail},
		checktest.Case{Name: "the customer's", Have: have(func(i *cloudsql.Instance) { i.KMSKey = inventory.Of("projects/p/locations/l/keyRings/r/cryptoKeys/k") }), Want: pass},
		checktest.Case{Name: "hidden", Have: have(func(i *cloudsql.Instance) { i.KMSKey = inventory.Missing[string](checktest.Dark) }), Want: unknown},
	))
}
