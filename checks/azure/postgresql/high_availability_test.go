package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestHighAvailability(t *testing.T) {
	server := func(role, tier string, mode inventory.Known[string]) *inventory.Inventory {
		return have(postgresql.Server{Common: flexibleserver.Common{Role: inventory.Of(role), Tier: tier, HighAvailability: mode}})
	}
	checktest.Run(t, HighAvailability, []checktest.Case{
		{Name: "in another zone", Have: server("Primary", "GeneralPurpose", inventory.Of("ZoneRedundant")), Want: []checks.Verdict{checks.Pass}},
		{Name: "in the same zone", Have: server("None", "GeneralPurpose", inventory.Of("SameZone")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: server("None", "GeneralPurpose", inventory.Of("Disabled")), Want: []checks.Verdict{checks.Fail}},
		{Name: "none to be had", Have: server("None", "Burstable", inventory.Of("Disabled")), Want: []checks.Verdict{checks.Fail}},
		{Name: "a replica", Have: server("GeoAsyncReplica", "GeneralPurpose", inventory.Of("Disabled")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "a mode unheard of", Have: server("None", "GeneralPurpose", inventory.Of("Odd")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: server("Primary", "GeneralPurpose", hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
