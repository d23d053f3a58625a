package databricks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

func TestWorkspacePublicNetwork(t *testing.T) {
	checktest.Run(t, WorkspacePublicNetwork, []checktest.Case{
		{Name: "shut", Have: have(&databricks.Workspace{PublicNetwork: inventory.Of("Disabled")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: have(&databricks.Workspace{PublicNetwork: inventory.Of("Enabled")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: have(&databricks.Workspace{PublicNetwork: inventory.Of("Other")}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&databricks.Workspace{PublicNetwork: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(databricks.Workspaces, &databricks.Workspace{Resource: res("w"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
