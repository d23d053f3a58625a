package databricks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

func TestWorkspaceNetwork(t *testing.T) {
	checktest.Run(t, WorkspaceNetwork, []checktest.Case{
		{Name: "its own", Have: have(&databricks.Workspace{Network: inventory.Of("/vnet")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "Databricks'", Have: have(&databricks.Workspace{Network: inventory.Of("")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "serverless", Have: have(&databricks.Workspace{Serverless: inventory.Of(true), Network: inventory.Of("")}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "mode hidden", Have: have(&databricks.Workspace{Serverless: hidden[bool](), Network: inventory.Of("")}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&databricks.Workspace{Network: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(databricks.Workspaces, &databricks.Workspace{Resource: res("w"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
