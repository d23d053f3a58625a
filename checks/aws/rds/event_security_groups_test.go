package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestSecurityGroupEvents(t *testing.T) {
	pass, fail := []checks.Verdict{checks.Pass}, []checks.Verdict{checks.Fail}
	have := func(subs ...*rds.EventSubscription) *inventory.Inventory {
		return inventory.Fixture(inventory.InRegions(inventory.FixtureRegion), inventory.Rows(rds.EventSubscriptions, subs...), inventory.Rows(rds.DBInstances, instance()))
	}
	off, broken := sub("a", "db-security-group", nil, "configuration change", "failure"), sub("a", "db-security-group", nil, "configuration change", "failure")
	off.Enabled, broken.Status = inventory.Of(false), inventory.Of("topic-not-exist")
	hidden := sub("a", "db-security-group", nil, "configuration change", "failure")
	hidden.Categories = inventory.Missing[[]string](checktest.Dark)
	checktest.Run(t, SecurityGroupEvents, []checktest.Case{
		{Name: "all categories named", Have: have(sub("a", "db-security-group", nil, "configuration change", "failure")), Want: pass},
		{Name: "nothing left out", Have: have(sub("a", "", nil)), Want: pass},
		{Name: "by two subscriptions", Have: have(sub("a", "db-security-group", nil, "configuration change"), sub("b", "db-security-group", nil, "failure")), Want: pass},
		{Name: "some categories", Have: have(sub("a", "db-security-group", nil, "configuration change")), Want: fail},
		{Name: "one by name", Have: have(sub("a", "db-security-group", []string{"other"}, "configuration change", "failure")), Want: fail},
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
