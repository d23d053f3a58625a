package databricks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

func TestWorkspaceLogs(t *testing.T) {
	set := func(logs ...databricks.Log) databricks.Setting { return databricks.Setting{Logs: inventory.Of(logs)} }
	log := func(category string, on bool) databricks.Log {
		return databricks.Log{Category: category, Enabled: inventory.Of(on)}
	}
	group := func(name string) databricks.Log { return databricks.Log{Group: name, Enabled: inventory.Of(true)} }
	with := func(all ...databricks.Setting) *inventory.Inventory {
		return have(&databricks.Workspace{Diagnostics: inventory.Of(all)})
	}
	dark := databricks.Setting{Logs: hidden[[]databricks.Log]()}
	checktest.Run(t, WorkspaceLogs, []checktest.Case{
		{Name: "all", Have: with(set(group("allLogs"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "by two settings", Have: with(set(log("accounts", true), log("Clusters", true), log("jobs", false)), set(log("notebook", true), log("jobs", true))), Want: []checks.Verdict{checks.Pass}},
		{Name: "one too few", Have: with(set(log("accounts", true), log("clusters", true), log("jobs", true), log("notebook", false))), Want: []checks.Verdict{checks.Fail}},
		{Name: "another group", Have: with(set(group("audit"))), Want: []checks.Verdict{checks.Unknown}},
		{Name: "none", Have: with(), Want: []checks.Verdict{checks.Fail}},
		{Name: "one hidden", Have: with(set(log("accounts", true)), dark), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&databricks.Workspace{Diagnostics: hidden[[]databricks.Setting]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(databricks.Workspaces, &databricks.Workspace{Resource: res("w"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
