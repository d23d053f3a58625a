package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

// audit is a policy that is on.
func audit(storage, monitor bool, days int) inventory.Known[sql.Audit] {
	return inventory.Of(sql.Audit{State: inventory.Of("Enabled"), Storage: inventory.Of(storage), Monitor: inventory.Of(monitor), Days: inventory.Of(days)})
}

var auditOff = inventory.Of(sql.Audit{State: inventory.Of("Disabled"), Storage: inventory.Of(false), Monitor: inventory.Of(false), Days: inventory.Of(0)})

func TestAuditing(t *testing.T) {
	server := func(a inventory.Known[sql.Audit], sent inventory.Known[bool]) *inventory.Inventory {
		return have(sql.Server{Audit: a, AuditExport: sent})
	}
	yes, no := inventory.Of(true), inventory.Of(false)
	checktest.Run(t, Auditing, []checktest.Case{
		{Name: "to storage", Have: server(audit(true, false, 0), no), Want: []checks.Verdict{checks.Pass}},
		{Name: "to storage, settings hidden", Have: server(audit(true, true, 0), hidden[bool]()), Want: []checks.Verdict{checks.Pass}},
		{Name: "to a workspace", Have: server(audit(false, true, 0), yes), Want: []checks.Verdict{checks.Pass}},
		{Name: "to Azure Monitor without a setting", Have: server(audit(false, true, 0), no), Want: []checks.Verdict{checks.Fail}},
		{Name: "a setting that nothing is sent by", Have: server(audit(false, false, 0), yes), Want: []checks.Verdict{checks.Fail}},
		{Name: "off", Have: server(auditOff, yes), Want: []checks.Verdict{checks.Fail}},
		{Name: "a state unheard of", Have: server(inventory.Of(sql.Audit{State: inventory.Of("Odd")}), yes), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: server(hidden[sql.Audit](), yes), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the settings hidden", Have: server(audit(false, true, 0), hidden[bool]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
