package cloudsql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// flagCases try a check of a flag on values of it; "unset" is no value.
func flagCases(engine, name string, want map[string]checks.Verdict) (all []checktest.Case) {
	for value, verdict := range want {
		all = append(all, checktest.Case{Name: value, Want: []checks.Verdict{verdict}, Have: have(func(i *cloudsql.Instance) {
			i.Engine = inventory.Of(engine)
			if value != "unset" {
				i.Flags = inventory.Of(map[string]string{name: value, "other": "on"})
			}
		})})
	}
	other := cloudsql.MySQL
	if engine == other {
		other = cloudsql.SQLServer
	}
	return append(all,
		checktest.Case{Name: "another engine", Want: skip, Have: have(func(i *cloudsql.Instance) { i.Engine = inventory.Of(other) })},
		checktest.Case{Name: "an unknown engine", Want: unknown, Have: have(func(i *cloudsql.Instance) { i.Engine = inventory.Missing[string](checktest.Dark) })},
		checktest.Case{Name: "hidden flags", Want: unknown, Have: have(func(i *cloudsql.Instance) {
			i.Engine, i.Flags = inventory.Of(engine), inventory.Missing[map[string]string](checktest.Dark)
		})},
		checktest.Case{Name: "deleted", Want: skip, Have: have(func(i *cloudsql.Instance) { i.State = inventory.Of("PENDING_DELETE") })})
}

func TestMySQLFlags(t *testing.T) {
	t.Run("local_infile", func(t *testing.T) {
		checktest.Run(t, LocalInfile, flagCases(cloudsql.MySQL, "local_infile", map[string]checks.Verdict{
			"unset": checks.Fail, "on": checks.Fail, "OFF": checks.Pass, "0": checks.Pass, "perhaps": checks.Unknown,
		}))
	})
	t.Run("skip_show_database", func(t *testing.T) {
		checktest.Run(t, ShowDatabases, flagCases(cloudsql.MySQL, "skip_show_database", map[string]checks.Verdict{
			"unset": checks.Fail, "off": checks.Fail, "on": checks.Pass, "": checks.Pass,
		}))
	})
}
