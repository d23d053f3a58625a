package databricks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/databricks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestWorkspaceSecurityGroups(t *testing.T) {
	const vnet = "/subscriptions/" + inventory.FixtureAccount + "/vnet"
	subnet := func(name string, group inventory.Known[string]) *network.Subnet {
		return &network.Subnet{Resource: inventory.Resource{ID: name, Full: vnet + "/subnets/" + name}, SecurityGroup: group}
	}
	with := func(w *databricks.Workspace, subnets ...*network.Subnet) *inventory.Inventory {
		return inventory.Fixture(rows(w), inventory.Rows(network.Subnets, subnets...))
	}
	in := func(id string) *databricks.Workspace {
		return &databricks.Workspace{Network: inventory.Of(id), Subnets: inventory.Of([]string{id + "/subnets/public", id + "/subnets/private"})}
	}
	none, group := inventory.Of(""), inventory.Of("/nsg")
	checktest.Run(t, WorkspaceSecurityGroups, []checktest.Case{
		{Name: "both", Have: with(in(vnet), subnet("public", group), subnet("private", group)), Want: []checks.Verdict{checks.Pass}},
		{Name: "one without", Have: with(in(vnet), subnet("public", group), subnet("private", none)), Want: []checks.Verdict{checks.Fail}},
		{Name: "one without, the other hidden", Have: with(in(vnet), subnet("public", hidden[string]()), subnet("private", none)), Want: []checks.Verdict{checks.Fail}},
		{Name: "one hidden", Have: with(in(vnet), subnet("public", group), subnet("private", hidden[string]())), Want: []checks.Verdict{checks.Unknown}},
		{Name: "one not listed", Have: with(in(vnet), subnet("public", group)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "of another subscription", Have: with(in("/subscriptions/other/vnet")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "no names", Have: with(&databricks.Workspace{Network: inventory.Of(vnet), Subnets: hidden[[]string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "Databricks' network", Have: with(&databricks.Workspace{Network: inventory.Of("")}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "network hidden", Have: with(&databricks.Workspace{Network: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "serverless", Have: with(&databricks.Workspace{Serverless: inventory.Of(true), Network: inventory.Of("")}), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
