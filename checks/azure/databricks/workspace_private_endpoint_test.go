package databricks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/access"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

func TestWorkspacePrivateEndpoint(t *testing.T) {
	to := func(group string, status inventory.Known[string]) *inventory.Inventory {
		return have(&databricks.Workspace{Connections: inventory.Of([]access.Connection{{Groups: []string{group}, Status: status}})})
	}
	checktest.Run(t, WorkspacePrivateEndpoint, []checktest.Case{
		{Name: "approved", Have: to("databricks_ui_api", inventory.Of("Approved")), Want: []checks.Verdict{checks.Pass}},
		{Name: "for sign-ins alone", Have: to("browser_authentication", inventory.Of("Approved")), Want: []checks.Verdict{checks.Fail}},
		{Name: "pending", Have: to("databricks_ui_api", inventory.Of("Pending")), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: have(&databricks.Workspace{Connections: inventory.Of([]access.Connection{})}), Want: []checks.Verdict{checks.Fail}},
		{Name: "status hidden", Have: to("databricks_ui_api", hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(databricks.Workspaces, &databricks.Workspace{Resource: res("w"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
