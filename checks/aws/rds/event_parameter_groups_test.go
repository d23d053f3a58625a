package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestParameterGroupEvents(t *testing.T) {
	pass, fail := []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Fail}
	have := func(subs ...*rds.EventSubscription) *inventory.Inventory {
		return inventory.Fixture(inventory.InRegions(inventory.FixtureRegion), inventory.Rows(rds.EventSubscriptions, subs...), inventory.Rows(rds.DBParameterGroups, &rds.ParameterGroup{Resource: inventory.Resource{ID: "tuned"}}, &rds.ParameterGroup{Resource: inventory.Resource{ID: "default.postgres16"}}))
	}
	off, broken := sub("a", "db-parameter-group", nil, "configuration change"), sub("a", "db-parameter-group", nil, "configuration change")
	off.Enabled, broken.Status = inventory.Of(false), inventory.Of("topic-not-exist")
	hidden := sub("a", "db-parameter-group", nil, "configuration change")
	hidden.Categories = inventory.Missing[[]string](checktest.Dark)
	checktest.Run(t, ParameterGroupEvents, []checktest.Case{
		{Name: "all categories named", Have: have(sub("a", "db-parameter-group", nil, "configuration change")), Want: pass},
		{Name: "nothing left out", Have: have(sub("a", "", nil)), Want: pass},

		{Name: "other categories", Have: have(sub("a", "db-parameter-group", nil, "creation")), Want: fail},
		{Name: "the one there is, by name", Have: have(sub("a", "db-parameter-group", []string{"tuned"}, "configuration change")), Want: pass},
		{Name: "another by name", Have: have(sub("a", "db-parameter-group", []string{"other"}, "configuration change")), Want: fail},
		{Name: "of another source", Have: have(sub("a", "db-snapshot", nil)), Want: fail},
		{Name: "off", Have: have(off), Want: fail},
		{Name: "its topic gone", Have: have(broken), Want: fail},
		{Name: "hidden", Have: have(hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "no subscription at all", Have: have(), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "nothing to be told of", Want: []checks.Verdict{checks.NotApplicable}, Have: inventory.Fixture(
			inventory.InRegions(inventory.FixtureRegion), inventory.Rows(rds.EventSubscriptions, sub("a", "db-snapshot", nil)), inventory.Rows(rds.DBParameterGroups))},
		{Name: "not listed", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.InRegions(inventory.FixtureRegion), inventory.Unlisted(rds.EventSubscriptions, inventory.FixtureRegion, checktest.Dark), inventory.Rows(rds.DBParameterGroups, &rds.ParameterGroup{Resource: inventory.Resource{ID: "tuned"}}, &rds.ParameterGroup{Resource: inventory.Resource{ID: "default.postgres16"}}))},
	})
}
