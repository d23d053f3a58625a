package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func version(change func(*rds.EngineVersion)) []inventory.Part {
	v := &rds.EngineVersion{Resource: inventory.Resource{ID: "postgres/16.4"}, Status: inventory.Of("available"), StandardSupportEnd: inventory.Of(inventory.FixtureNow.AddDate(2, 0, 0))}
	if change != nil {
		change(v)
	}
	return []inventory.Part{inventory.Rows(rds.EngineVersions, v)}
}

func TestInstanceVersion(t *testing.T) {
	have := func(d *rds.DBInstance, with []inventory.Part) *inventory.Inventory {
		return inventory.Fixture(append(with, inventory.Rows(rds.DBInstances, d))...)
	}
	graph, gone := instance(), instance()
	graph.Engine = inventory.Of(rds.Neptune)
	deleting(gone)
	checktest.Run(t, InstanceVersion, []checktest.Case{
		{Name: "available", Have: have(instance(), version(nil)), Want: []checks.Verdict{checks.Pass}},
		{Name: "deprecated", Want: []checks.Verdict{checks.Fail},
			Have: have(instance(), version(func(v *rds.EngineVersion) { v.Status = inventory.Of("deprecated") }))},
		{Name: "hidden", Want: []checks.Verdict{checks.Unknown},
			Have: have(instance(), version(func(v *rds.EngineVersion) { v.Status = inventory.Missing[string](checktest.Dark) }))},
		{Name: "not found", Want: []checks.Verdict{checks.Unknown},
			Have: have(instance(), version(func(v *rds.EngineVersion) { v.ID = "postgres/15.2" }))},
		{Name: "Neptune", Have: have(graph, version(nil)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "deleting", Have: have(gone, version(nil)), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
