package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/defender"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestDefender(t *testing.T) {
	plans := func(all inventory.Known[[]defender.Plan]) inventory.Part {
		return inventory.Rows(defender.Subscriptions, &defender.Subscription{Resource: inventory.Resource{ID: "sub"}, Plans: all})
	}
	plan := func(tier string) inventory.Part {
		return plans(inventory.Of([]defender.Plan{{Name: "Arm", Tier: inventory.Of("Standard")}, {Name: "SqlServers", Tier: inventory.Of(tier)}}))
	}
	none := plans(inventory.Of([]defender.Plan{}))
	checktest.Run(t, Defender, []checktest.Case{
		{Name: "by the server", Have: have(sql.Server{Alerts: inventory.Of(true)}, plan("Free")), Want: []checks.Verdict{checks.Pass}},
		{Name: "by the plan", Have: have(sql.Server{Alerts: inventory.Of(false)}, plan("Standard")), Want: []checks.Verdict{checks.Pass}},
		{Name: "by neither", Have: have(sql.Server{Alerts: inventory.Of(false)}, plan("Free")), Want: []checks.Verdict{checks.Fail}},
		{Name: "never registered", Have: have(sql.Server{Alerts: inventory.Of(false)}, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "the plans hidden", Have: have(sql.Server{Alerts: inventory.Of(false)}, plans(hidden[[]defender.Plan]())), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the plans hidden, on for the server", Have: have(sql.Server{Alerts: inventory.Of(true)}, plans(hidden[[]defender.Plan]())), Want: []checks.Verdict{checks.Pass}},
	})
}
