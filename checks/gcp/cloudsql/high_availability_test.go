package cloudsql

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

func TestHighAvailability(t *testing.T) {
	with := func(kind string) *inventory.Inventory {
		return have(func(i *cloudsql.Instance) { i.Availability = inventory.Of(kind) })
	}
	checktest.Run(t, HighAvailability, append(replicas(),
		checktest.Case{Name: "regional", Have: with("REGIONAL"), Want: pass},
		checktest.Case{Name: "unknown", Have: with("SQL_AVAILABILITY_TYPE_UNSPECIFIED"), Want: unknown},
		checktest.Case{Name: "hidden", Have: have(func(i *cloudsql.Instance) { i.Availability = inventory.Missing[string](checktest.Dark) }), Want: unknown},
	))
}
