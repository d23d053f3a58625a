package databricks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

func TestWorkspaceKey(t *testing.T) {
	keys := func(serverless bool, services, disks, root string) *inventory.Inventory {
		return have(&databricks.Workspace{Serverless: inventory.Of(serverless), ServicesKey: inventory.Of(services), DisksKey: inventory.Of(disks), RootKey: inventory.Of(root)})
	}
	const own = "Microsoft.Keyvault"
	checktest.Run(t, WorkspaceKey, []checktest.Case{
		{Name: "all three", Have: keys(false, own, own, "microsoft.keyvault"), Want: []checks.Verdict{checks.Pass}},
		{Name: "services only", Have: keys(false, own, "Default", "Default"), Want: []checks.Verdict{checks.Fail}},
		{Name: "root only", Have: keys(false, "Default", "Default", own), Want: []checks.Verdict{checks.Fail}},
		{Name: "serverless", Have: keys(true, own, "Default", "Default"), Want: []checks.Verdict{checks.Pass}},
		{Name: "serverless without", Have: keys(true, "Default", "Default", "Default"), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: keys(false, own, own, "Other"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "mode hidden", Have: have(&databricks.Workspace{Serverless: hidden[bool](), ServicesKey: inventory.Of(own), DisksKey: inventory.Of("Default"), RootKey: inventory.Of("Default")}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&databricks.Workspace{ServicesKey: inventory.Of(own), DisksKey: hidden[string](), RootKey: inventory.Of(own)}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(databricks.Workspaces, &databricks.Workspace{Resource: res("w"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
