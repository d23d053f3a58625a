package cloudsql

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
)

// The defaults are those of Microsoft's "Server configuration options" and
// "DBCC TRACEON - trace flags".

// SQLServerExternalScripts asks that the database runs no scripts.
var SQLServerExternalScripts = flagged(checks.Check{
	ID:       "gcp-cloudsql-sqlserver-external-scripts",
	Title:    "SQL Server instances run no external scripts",
	Why:      "Scripts in R or Python run outside the database engine, with what the machine lets them do.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.3.1"}},
	Aliases:  []string{"prowler:cloudsql_instance_sqlserver_external_scripts_enabled_flag"},
}, flag{
	engine: cloudsql.SQLServer, name: "external scripts enabled", unset: "off", set: "off",
	harm: "scripts run outside the database engine", good: is(false),
})

// SQLServerOwnershipChaining asks that rights end at the database.
var SQLServerOwnershipChaining = flagged(checks.Check{
	ID:       "gcp-cloudsql-sqlserver-cross-db-ownership-chaining",
	Title:    "SQL Server instances do not chain ownership across databases",
	Why:      "With it, whoever may make objects in one database reaches objects of the same owner in all others.",
	Severity: checks.High,
	Area:     checks.Identity,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.3.2"}},
	Aliases:  []string{"prowler:cloudsql_instance_sqlserver_cross_db_ownership_chaining_flag"},
}, flag{
	engine: cloudsql.SQLServer, name: "cross db ownership chaining", unset: "off", set: "off",
	harm: "rights in one database reach into the others", good: is(false),
})

// SQLServerUserConnections asks that connections are not limited; 0 is the
// default and as much as 32767, the greatest number.
var SQLServerUserConnections = flagged(checks.Check{
	ID:       "gcp-cloudsql-sqlserver-user-connections",
	Title:    "SQL Server instances do not limit the number of connections",
	Why:      "At the limit new connections are refused, to the application and to whoever has to look into an incident.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.3.3"}},
	Aliases:  []string{"prowler:cloudsql_instance_sqlserver_user_connections_flag"},
}, flag{
	engine: cloudsql.SQLServer, name: "user connections", unset: "0", set: "0",
	harm: "connections beyond that number are refused", good: numbers(0, 32767),
})

// SQLServerUserOptions asks that no session options are set for everybody.
var SQLServerUserOptions = flagged(checks.Check{
	ID:       "gcp-cloudsql-sqlserver-user-options",
	Title:    "SQL Server instances set no user options",
	Why:      "The options change how statements of every session behave, such as whether a transaction is rolled back on an error, and applications are not written for that.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.3.4"}},
	Aliases:  []string{"prowler:cloudsql_instance_sqlserver_user_options_flag"},
}, flag{
	engine: cloudsql.SQLServer, name: "user options", unset: "0", set: "0",
	harm: "it changes the session options of every user", good: numbers(0),
})

// SQLServerRemoteAccess asks that other servers start no procedures here. The
// option is on where it is not set.
var SQLServerRemoteAccess = flagged(checks.Check{
	ID:       "gcp-cloudsql-sqlserver-remote-access",
	Title:    "SQL Server instances run no stored procedures for other servers",
	Why:      "Remote procedures are an old way in for other servers, good for little but flooding this one with queries.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.3.5"}},
	Aliases:  []string{"prowler:cloudsql_instance_sqlserver_remote_access_flag"},
}, flag{
	engine: cloudsql.SQLServer, name: "remote access", unset: "on", set: "off",
	harm: "other servers may start stored procedures", good: is(false),
})

// SQLServerTrace3625 asks that error messages hide their values.
var SQLServerTrace3625 = flagged(checks.Check{
	ID:       "gcp-cloudsql-sqlserver-trace-3625",
	Title:    "SQL Server instances mask error messages for who is no administrator",
	Why:      "Without trace flag 3625, error messages tell every user names and values that they have no right to.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.3.6"}},
	Aliases:  []string{"prowler:cloudsql_instance_sqlserver_trace_flag"},
}, flag{
	engine: cloudsql.SQLServer, name: "3625", alias: "3625 (trace flag)", unset: "off", set: "on",
	harm: "error messages show their values to every user", good: is(true),
})

// SQLServerContainedAuthentication asks that the instance knows every login.
var SQLServerContainedAuthentication = flagged(checks.Check{
	ID:       "gcp-cloudsql-sqlserver-contained-database-authentication",
	Title:    "SQL Server instances have no logins of their databases' own",
	Why:      "Contained databases authenticate users with passwords of their own, past the logins and the password rules of the instance.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.3.7"}},
	Aliases:  []string{"prowler:cloudsql_instance_sqlserver_contained_database_authentication_flag"},
}, flag{
	engine: cloudsql.SQLServer, name: "contained database authentication", unset: "off", set: "off",
	harm: "databases may authenticate users by themselves", good: is(false),
})
