package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestClusterEvents(t *testing.T) {
	pass, fail := []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Fail}
	have := func(subs ...*rds.EventSubscription) *inventory.Inventory {
		return inventory.Fixture(inventory.InRegions(inventory.FixtureRegion), inventory.Rows(rds.EventSubscriptions, subs...), inventory.Rows(rds.DBClusters, cluster()))
	}
	off, broken := sub("a", "db-cluster", nil, "maintenance", "failure"), sub("a", "db-cluster", nil, "maintenance", "failure")
	off.Enabled, broken.Status = inventory.Of(false), inventory.Of("topic-not-exist")
	hidden := sub("a", "db-cluster", nil, "maintenance", "failure")
	hidden.Categories = inventory.Missing[[]string](checktest.Dark)
	checktest.Run(t, ClusterEvents, []checktest.Case{
		{Name: "all categories named", Have: have(sub("a", "db-cluster", nil, "maintenance", "failure")), Want: pass},
		{Name: "nothing left out", Have: have(sub("a", "", nil)), Want: pass},
		{Name: "by two subscriptions", Have: have(sub("a", "db-cluster", nil, "maintenance"), sub("b", "db-cluster", nil, "failure")), Want: pass},
		{Name: "some categories", Have: have(sub("a", "db-cluster", nil, "maintenance")), Want: fail},
		{Name: "the one there is, by name", Have: have(sub("a", "db-cluster", []string{"ledger"}, "maintenance", "failure")), Want: pass},
		{Name: "another by name", Have: have(sub("a", "db-cluster", []string{"other"}, "maintenance", "failure")), Want: fail},
		{Name: "of another source", Have: have(sub("a", "db-snapshot", nil)), Want: fail},
		{Name: "off", Have: have(off), Want: fail},
		{Name: "its topic gone", Have: have(broken), Want: fail},
		{Name: "hidden", Have: have(hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "no subscription at all", Have: have(), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "nothing to be told of", Want: []checks.Verdict{checks.NotApplicable}, Have: inventory.Fixture(
			inventory.InRegions(inventory.FixtureRegion), inventory.Rows(rds.EventSubscriptions, sub("a", "db-snapshot", nil)), inventory.Rows(rds.DBClusters))},
		{Name: "not listed", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.InRegions(inventory.FixtureRegion), inventory.Unlisted(rds.EventSubscriptions, inventory.FixtureRegion, checktest.Dark), inventory.Rows(rds.DBClusters, cluster()))},
	})
}
