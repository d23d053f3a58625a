package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestManagedInstancePublicEndpoint(t *testing.T) {
	ready := inventory.Of("Ready")
	checktest.Run(t, ManagedInstancePublicEndpoint, []checktest.Case{
		{Name: "closed", Have: instance(sql.ManagedInstance{State: ready, PublicEndpoint: inventory.Of(false)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: instance(sql.ManagedInstance{State: ready, PublicEndpoint: inventory.Of(true)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "being deleted", Have: instance(sql.ManagedInstance{State: inventory.Of("Deleting"), PublicEndpoint: inventory.Of(true)}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: instance(sql.ManagedInstance{State: ready, PublicEndpoint: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
