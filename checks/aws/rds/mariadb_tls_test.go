package rds

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

func TestMariaDBTLS(t *testing.T) {
	sound := func() *rds.DBInstance {
		d := instance()
		d.Engine, d.EngineVersion = inventory.Of("mariadb"), inventory.Of("10.11.8")
		return d
	}
	with := func(value string) []inventory.Part {
		return parameters(rds.DBParameterGroups, map[string]string{rds.RequireSecureTransport: value})
	}
	in := func(status string) func(*rds.DBInstance) {
		return func(d *rds.DBInstance) {
			d.DBParameterGroups = inventory.Of([]rds.ParameterGroupUse{{Name: "group", Status: inventory.Of(status)}})
		}
	}
	have := func(value string) *inventory.Inventory {
		return inventory.Fixture(append(with(value), inventory.Rows(rds.DBInstances, sound()))...)
	}
	checktest.Run(t, MariaDBTLS, append(casesOf(rds.DBInstances, sound, with("ON"),
		look[rds.DBInstance]{"required", checks.Pass, nil},
		look[rds.DBInstance]{"required after a restart", checks.Fail, in("pending-reboot")},
		look[rds.DBInstance]{"being applied", checks.NotApplicable, in("applying")},
		look[rds.DBInstance]{"no group told", checks.Unknown, func(d *rds.DBInstance) { d.DBParameterGroups = inventory.Of[[]rds.ParameterGroupUse](nil) }},
		look[rds.DBInstance]{"groups hidden", checks.Unknown, func(d *rds.DBInstance) {
			d.DBParameterGroups = inventory.Missing[[]rds.ParameterGroupUse](checktest.Dark)
		}},
		look[rds.DBInstance]{"group not found", checks.Unknown, func(d *rds.DBInstance) {
			d.DBParameterGroups = inventory.Of([]rds.ParameterGroupUse{{Name: "other", Status: inventory.Of("in-sync")}})
		}},
		look[rds.DBInstance]{"another engine", checks.NotApplicable, func(d *rds.DBInstance) { d.Engine = inventory.Of("db2-se") }},
		look[rds.DBInstance]{"member of a cluster", checks.NotApplicable, member},
		look[rds.DBInstance]{"deleting", checks.NotApplicable, deleting},
		look[rds.DBInstance]{"too old for it", checks.NotApplicable, func(d *rds.DBInstance) { d.EngineVersion = inventory.Of("10.4.30") }},
		look[rds.DBInstance]{"of no version", checks.Unknown, func(d *rds.DBInstance) { d.EngineVersion = inventory.Of("next") }},
	), []checktest.Case{
		{Name: "not required", Have: have("0"), Want: []checks.Verdict{checks.Fail}},
		{Name: "left to the engine", Have: have(""), Want: []checks.Verdict{checks.Fail}},
		{Name: "required", Have: have("1"), Want: []checks.Verdict{checks.Pass}},
		{Name: "parameters hidden", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Rows(rds.DBInstances, sound()),
			inventory.Rows(rds.DBParameterGroups, &rds.ParameterGroup{Resource: inventory.Resource{ID: "group"}, Parameters: inventory.Missing[map[string]string](checktest.Dark)}))},
	}...))
}
