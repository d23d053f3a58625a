package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestConnectionThrottling(t *testing.T) {
	with := func(value string) *inventory.Inventory { return set(postgresql.ConnectionThrottle, value) }
	checktest.Run(t, ConnectionThrottling, []checktest.Case{
		{Name: "on", Have: with("on"), Want: []checks.Verdict{checks.Pass}},
		{Name: "on, in capitals", Have: with("ON"), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: with("OFF"), Want: []checks.Verdict{checks.Fail}},
		{Name: "neither", Have: with("maybe"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not a parameter of the server", Have: set("another", "on"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: dropping(postgresql.ConnectionThrottle, "off"), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(postgresql.Server{Parameters: hidden[[]flexibleserver.Parameter]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
