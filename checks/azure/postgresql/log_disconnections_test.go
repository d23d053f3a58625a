package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestLogDisconnections(t *testing.T) {
	with := func(value string) *inventory.Inventory { return set(postgresql.LogDisconnections, value) }
	checktest.Run(t, LogDisconnections, []checktest.Case{
		{Name: "on", Have: with("on"), Want: []checks.Verdict{checks.Pass}},
		{Name: "on, in capitals", Have: with("ON"), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: with("OFF"), Want: []checks.Verdict{checks.Fail}},
		{Name: "neither", Have: with("maybe"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not a parameter of the server", Have: set("another", "on"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: dropping(postgresql.LogDisconnections, "off"), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(postgresql.Server{Parameters: hidden[[]flexibleserver.Parameter]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
