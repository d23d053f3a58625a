package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// sub is a subscription that works.
func sub(id, source string, only []string, categories ...string) *rds.EventSubscription {
	return &rds.EventSubscription{
		Resource: inventory.Resource{ID: id}, Enabled: inventory.Of(true), Status: inventory.Of("active"),
		SourceType: inventory.Of(source), SourceIDs: inventory.Of(only), Categories: inventory.Of(categories),
	}
}

func TestInstanceEvents(t *testing.T) {
	pass, fail := []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Fail}
	have := func(subs ...*rds.EventSubscription) *inventory.Inventory {
		return inventory.Fixture(inventory.InRegions(inventory.FixtureRegion), inventory.Rows(rds.EventSubscriptions, subs...), inventory.Rows(rds.DBInstances, instance()))
	}
	off, broken := sub("a", "db-instance", nil, "maintenance", "configuration change", "failure"), sub("a", "db-instance", nil, "maintenance", "configuration change", "failure")
	off.Enabled, broken.Status = inventory.Of(false), inventory.Of("topic-not-exist")
	hidden := sub("a", "db-instance", nil, "maintenance", "configuration change", "failure")
	hidden.Categories = inventory.Missing[[]string](checktest.Dark)
	checktest.Run(t, InstanceEvents, []checktest.Case{
		{Name: "all categories named", Have: have(sub("a", "db-instance", nil, "maintenance", "configuration change", "failure")), Want: pass},
		{Name: "nothing left out", Have: have(sub("a", "", nil)), Want: pass},
		{Name: "by two subscriptions", Have: have(sub("a", "db-instance", nil, "maintenance"), sub("b", "db-instance", nil, "configuration change", "failure")), Want: pass},
		{Name: "some categories", Have: have(sub("a", "db-instance", nil, "maintenance")), Want: fail},
		{Name: "the one there is, by name", Have: have(sub("a", "db-instance", []string{"orders"}, "maintenance", "configuration change", "failure")), Want: pass},
		{Name: "another by name", Have: have(sub("a", "db-instance", []string{"other"}, "maintenance", "configuration change", "failure")), Want: fail},
		{Name: "of another source", Have: have(sub("a", "db-snapshot", nil)), Want: fail},
		{Name: "off", Have: have(off), Want: fail},
		{Name: "its topic gone", Have: have(broken), Want: fail},
		{Name: "hidden", Have: have(hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "no subscription at all", Have: have(), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "nothing to be told of", Want: []checks.Verdict{checks.NotApplicable}, Have: inventory.Fixture(
			inventory.InRegions(inventory.FixtureRegion), inventory.Rows(rds.EventSubscriptions, sub("a", "db-snapshot", nil)), inventory.Rows(rds.DBInstances))},
		{Name: "not listed", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.InRegions(inventory.FixtureRegion), inventory.Unlisted(rds.EventSubscriptions, inventory.FixtureRegion, checktest.Dark), inventory.Rows(rds.DBInstances, instance()))},
	})
}
