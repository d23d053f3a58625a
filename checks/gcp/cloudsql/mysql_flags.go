package cloudsql

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// LocalInfile asks that clients cannot be made to send their files. Cloud SQL
// has it on where it is not set ("Configure database flags": default on),
// other than MySQL itself since 8.0.
var LocalInfile = flagged(checks.Check{
	ID:       "gcp-cloudsql-mysql-local-infile",
	Title:    "MySQL instances refuse LOAD DATA LOCAL",
	Why:      "With `local_infile` on, an injected statement can load files from the machine of whoever is connected.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.1.3"}},
	Aliases:  []string{"prowler:cloudsql_instance_mysql_local_infile_flag"},
}, flag{
	engine: cloudsql.MySQL, name: "local_infile", unset: "on", set: "off",
	harm: "clients may be made to send files of their machine", good: is(false),
})

// ShowDatabases asks that users see the databases that they may use and no
// others. MySQL has it off where it is not set (MySQL Reference Manual,
// "skip_show_database").
var ShowDatabases = flagged(checks.Check{
	ID:       "gcp-cloudsql-mysql-skip-show-database",
	Title:    "MySQL instances show the list of databases to administrators alone",
	Why:      "With `skip_show_database` off, each user may ask for the names of databases, and so learns what there is to go for.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.1.2"}},
	Aliases:  []string{"prowler:cloudsql_instance_mysql_skip_show_database_flag"},
}, flag{
	engine: cloudsql.MySQL, name: "skip_show_database", unset: "off", set: "on",
	harm: "users without the SHOW DATABASES privilege may use the statement",
	good: func(p *checks.Probe, value string) inventory.Known[bool] {
		if value == "" { // mysqld takes the option without a value
			return inventory.Of(true)
		}
		return is(true)(p, value)
	},
})
