package mysql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

func TestAuditLog(t *testing.T) {
	server := func(value string, logs inventory.Known[[]flexibleserver.Diagnostic]) *inventory.Inventory {
		return have(mysql.Server{Diagnostics: logs, Parameters: inventory.Of([]flexibleserver.Parameter{{Name: mysql.AuditLog, Value: inventory.Of(value)}})})
	}
	sent, none := inventory.Of([]flexibleserver.Diagnostic{{Category: "MySqlAuditLogs"}}), inventory.Of([]flexibleserver.Diagnostic{})
	checktest.Run(t, AuditLog, []checktest.Case{
		{Name: "on and sent", Have: server("ON", sent), Want: []checks.Verdict{checks.Pass}},
		{Name: "on and kept nowhere", Have: server("ON", none), Want: []checks.Verdict{checks.Fail}},
		{Name: "off", Have: server("OFF", sent), Want: []checks.Verdict{checks.Fail}},
		{Name: "not a parameter of the server", Have: set("another", "ON"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the settings hidden", Have: server("ON", hidden[[]flexibleserver.Diagnostic]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
