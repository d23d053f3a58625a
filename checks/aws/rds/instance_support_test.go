package rds

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestInstanceSupport(t *testing.T) {
	have := func(end inventory.Known[time.Time]) *inventory.Inventory {
		return inventory.Fixture(append(version(func(v *rds.EngineVersion) { v.StandardSupportEnd = end }), inventory.Rows(rds.DBInstances, instance()))...)
	}
	gone := instance()
	deleting(gone)
	checktest.Run(t, InstanceSupport, []checktest.Case{
		{Name: "two more years", Have: have(inventory.Of(inventory.FixtureNow.AddDate(2, 0, 0))), Want: []checks.Verdict{checks.Pass}},
		{Name: "ended", Have: have(inventory.Of(inventory.FixtureNow.AddDate(0, 0, -1))), Want: []checks.Verdict{checks.Fail}},
		{Name: "no end stated", Have: have(inventory.Of(time.Time{})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inventory.Missing[time.Time](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "deleting", Have: inventory.Fixture(append(version(nil), inventory.Rows(rds.DBInstances, gone))...), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
