package databricks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

func TestWorkspaceUnityCatalog(t *testing.T) {
	checktest.Run(t, WorkspaceUnityCatalog, []checktest.Case{
		{Name: "on", Have: have(&databricks.Workspace{UnityCatalog: inventory.Of(true)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(&databricks.Workspace{UnityCatalog: inventory.Of(false)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&databricks.Workspace{UnityCatalog: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(databricks.Workspaces, &databricks.Workspace{Resource: res("w"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
