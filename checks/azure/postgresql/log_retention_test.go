package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestLogRetention(t *testing.T) {
	server := func(enable, days string, logs inventory.Known[[]flexibleserver.Diagnostic]) *inventory.Inventory {
		return have(postgresql.Server{Diagnostics: logs, Parameters: inventory.Of([]flexibleserver.Parameter{
			{Name: postgresql.LogFiles, Value: inventory.Of(enable)}, {Name: postgresql.LogFileDays, Value: inventory.Of(days)},
		})})
	}
	logs := func(all ...flexibleserver.Diagnostic) inventory.Known[[]flexibleserver.Diagnostic] {
		return inventory.Of(all)
	}
	checktest.Run(t, LogRetention, []checktest.Case{
		{Name: "kept long", Have: server("on", "4", logs()), Want: []checks.Verdict{checks.Pass}},
		{Name: "kept for a while", Have: server("on", "3", logs()), Want: []checks.Verdict{checks.Fail}},
		{Name: "not kept", Have: server("off", "7", logs()), Want: []checks.Verdict{checks.Fail}},
		{Name: "sent", Have: server("off", "3", logs(flexibleserver.Diagnostic{Category: "PostgreSQLLogs"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "perhaps sent", Have: server("off", "3", logs(flexibleserver.Diagnostic{Group: "audit"})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a number unheard of", Have: server("on", "many", logs()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the settings hidden", Have: server("off", "3", hidden[[]flexibleserver.Diagnostic]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
