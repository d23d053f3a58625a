package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestGeoBackup(t *testing.T) {
	server := func(role string, geo inventory.Known[string]) *inventory.Inventory {
		return have(postgresql.Server{Common: flexibleserver.Common{Role: inventory.Of(role), GeoBackup: geo}})
	}
	checktest.Run(t, GeoBackup, []checktest.Case{
		{Name: "on", Have: server("Primary", inventory.Of("Enabled")), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: server("None", inventory.Of("Disabled")), Want: []checks.Verdict{checks.Fail}},
		{Name: "a replica", Have: server("AsyncReplica", inventory.Of("Disabled")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "a role unheard of", Have: server("Odd", inventory.Of("Disabled")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: server("Primary", hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
