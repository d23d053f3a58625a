package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestAuditRetention(t *testing.T) {
	server := func(a inventory.Known[sql.Audit]) *inventory.Inventory { return have(sql.Server{Audit: a}) }
	checktest.Run(t, AuditRetention, []checktest.Case{
		{Name: "long", Have: server(audit(true, false, 90)), Want: []checks.Verdict{checks.Pass}},
		{Name: "without end", Have: server(audit(true, false, 0)), Want: []checks.Verdict{checks.Pass}},
		{Name: "short", Have: server(audit(true, true, 89)), Want: []checks.Verdict{checks.Fail}},
		{Name: "to a workspace", Have: server(audit(false, true, 0)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "off", Have: server(auditOff), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: server(hidden[sql.Audit]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
