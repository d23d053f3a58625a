package cloudsql

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// A flag is what a check asks of a database flag.
type flag struct {
	engine string
	name   string
	alias  string // what the console calls it, where that differs
	unset  string // the engine's value where the flag is not set
	set    string // the value that the fix shows
	harm   string // what follows from another value

	// good reports whether a value is as it should be; a Gap for what is not a
	// value of the flag.
	good func(p *checks.Probe, value string) inventory.Known[bool]
}

const (
	mysqlFlags     = "https://cloud.google.com/sql/docs/mysql/flags"
	postgresFlags  = "https://cloud.google.com/sql/docs/postgres/flags"
	sqlServerFlags = "https://cloud.google.com/sql/docs/sqlserver/flags"
)

// flagged makes the check that a database flag has a good value. A flag that
// is not set has the engine's default.
func flagged(c checks.Check, f flag) *checks.Check {
	c.Fix = checks.Fix{
		Console:   fmt.Sprintf("Cloud SQL > Instances > the instance > Edit > Flags: %s = %s.", f.name, f.set),
		CLI:       fmt.Sprintf("gcloud sql instances patch <instance> --database-flags=%s=%s,<the flags that are to stay>", quoted(f.name), f.set),
		Terraform: fmt.Sprintf("resource \"google_sql_database_instance\" \"example\" {\n  settings {\n    database_flags {\n      name  = %q\n      value = %q\n    }\n  }\n}", f.name, f.set),
	}
	c.Link = map[string]string{cloudsql.MySQL: mysqlFlags, cloudsql.PostgreSQL: postgresFlags, cloudsql.SQLServer: sqlServerFlags}[f.engine]
	c.Needs = []inventory.Source{cloudsql.Instances}
	c.Run = each(func(p *checks.Probe, i *cloudsql.Instance) {
		engine, ok := i.Engine.Get(p)
		if ok && engine != f.engine {
			p.Skipf("the flag is one of %s, and the engine is %s", f.engine, engine)
		}
		if !ok || engine != f.engine {
			return
		}
		set, ok := i.Flags.Get(p)
		if !ok {
			return
		}
		value, there := set[f.name]
		if v, also := set[f.alias]; also && !there {
			value, there = v, true
		}
		how := fmt.Sprintf("%s is %s", f.name, value)
		if !there {
			value, how = f.unset, fmt.Sprintf("%s is not set, which is %s", f.name, f.unset)
		}
		if good, ok := f.good(p, strings.ToLower(strings.TrimSpace(value))).Get(p); ok && !good {
			p.Evidence(f.name, value)
			p.Evidence("set", there)
			p.Failf("%s: %s", how, f.harm)
		}
	})
	return &c
}

func quoted(name string) string {
	if strings.Contains(name, " ") {
		return strconv.Quote(name)
	}
	return name
}

func oddValue(value string) inventory.Known[bool] {
	return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "what the flag's value means: " + value})
}

// is asks that a switch is on, or off.
func is(want bool) func(*checks.Probe, string) inventory.Known[bool] {
	return func(_ *checks.Probe, value string) inventory.Known[bool] {
		switch value {
		case "on", "true", "yes", "1":
			return inventory.Of(want)
		case "off", "false", "no", "0":
			return inventory.Of(!want)
		}
		return oddValue(value)
	}
}

// among asks that a word is one of those of a parameter; words are all that
// there are.
func among(allowed *checks.Param, words ...string) func(*checks.Probe, string) inventory.Known[bool] {
	return func(p *checks.Probe, value string) inventory.Known[bool] {
		if !slices.Contains(words, value) {
			return oddValue(value)
		}
		return inventory.Of(slices.Contains(p.Strings(allowed), value))
	}
}

// numbers asks that a whole number is one of some.
func numbers(good ...int) func(*checks.Probe, string) inventory.Known[bool] {
	return func(_ *checks.Probe, value string) inventory.Known[bool] {
		n, err := strconv.Atoi(value)
		if err != nil {
			return oddValue(value)
		}
		return inventory.Of(slices.Contains(good, n))
	}
}
