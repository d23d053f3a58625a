package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestManagedInstanceMinimumTLS(t *testing.T) {
	ready := inventory.Of("Ready")
	checktest.Run(t, ManagedInstanceMinimumTLS, []checktest.Case{
		{Name: "1.2", Have: instance(sql.ManagedInstance{State: ready, MinimalTLS: inventory.Of("1.2")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.0", Have: instance(sql.ManagedInstance{State: ready, MinimalTLS: inventory.Of("1.0")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "the state hidden", Have: instance(sql.ManagedInstance{State: hidden[string](), MinimalTLS: inventory.Of("1.0")}), Want: []checks.Verdict{checks.Unknown}},
	})
}
