package databricks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

func TestWorkspacePublicIP(t *testing.T) {
	checktest.Run(t, WorkspacePublicIP, []checktest.Case{
		{Name: "none", Have: have(&databricks.Workspace{NoPublicIP: inventory.Of(true)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "public", Have: have(&databricks.Workspace{NoPublicIP: inventory.Of(false)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "serverless", Have: have(&databricks.Workspace{Serverless: inventory.Of(true), NoPublicIP: inventory.Of(true)}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(&databricks.Workspace{NoPublicIP: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(databricks.Workspaces, &databricks.Workspace{Resource: res("w"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
