package mysql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

func TestAuditLogConnections(t *testing.T) {
	server := func(on, events string) *inventory.Inventory {
		return have(mysql.Server{Parameters: inventory.Of([]flexibleserver.Parameter{{Name: mysql.AuditLog, Value: inventory.Of(on)}, {Name: mysql.AuditEvents, Value: inventory.Of(events)}})})
	}
	checktest.Run(t, AuditLogConnections, []checktest.Case{
		{Name: "logins", Have: server("ON", "DDL, connection"), Want: []checks.Verdict{checks.Pass}},
		{Name: "logins of the second kind", Have: server("ON", "CONNECTION_V2"), Want: []checks.Verdict{checks.Pass}},
		{Name: "statements alone", Have: server("ON", "GENERAL,DDL"), Want: []checks.Verdict{checks.Fail}},
		{Name: "nothing", Have: server("ON", ""), Want: []checks.Verdict{checks.Fail}},
		{Name: "off", Have: server("OFF", "CONNECTION"), Want: []checks.Verdict{checks.Fail}},
		{Name: "events that are not said", Have: set(mysql.AuditLog, "ON"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(mysql.Server{Parameters: hidden[[]flexibleserver.Parameter]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
