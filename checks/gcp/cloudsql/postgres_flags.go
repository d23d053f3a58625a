package cloudsql

import (
	"strconv"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

// The defaults are those of the PostgreSQL documentation, "Error Reporting and
// Logging", except that of Cloud SQL's own flag.

// PostgresLogConnections asks that logins are recorded.
var PostgresLogConnections = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-log-connections",
	Title:    "PostgreSQL instances record logins",
	Why:      "Without them nobody can tell who was inside, nor who tried to get in.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.2.2"}},
	Aliases:  []string{"prowler:cloudsql_instance_postgres_log_connections_flag"},
}, flag{
	engine: cloudsql.PostgreSQL, name: "log_connections", unset: "off", set: "on",
	harm: "who logs in is not recorded", good: recordsLogins,
})

// recordsLogins reads what is on or off before PostgreSQL 18, and a list of
// the stages of a connection since.
func recordsLogins(_ *checks.Probe, value string) inventory.Known[bool] {
	odd := ""
	for _, word := range strings.Split(value, ",") {
		switch word = strings.TrimSpace(word); word {
		case "on", "true", "yes", "1", "all", "authentication", "authorization":
			return inventory.Of(true)
		case "", "off", "false", "no", "0", "receipt", "setup_durations": // neither of which says who it was
		default:
			odd = word
		}
	}
	if odd != "" {
		return oddValue(odd)
	}
	return inventory.Of(false)
}

// PostgresLogDisconnections asks that ends of sessions are recorded.
var PostgresLogDisconnections = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-log-disconnections",
	Title:    "PostgreSQL instances record the ends of sessions",
	Why:      "The end of a session, with how long it was, tells apart a visit of seconds and one of days.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.2.3"}},
	Aliases:  []string{"prowler:cloudsql_instance_postgres_log_disconnections_flag"},
}, flag{
	engine: cloudsql.PostgreSQL, name: "log_disconnections", unset: "off", set: "on",
	harm: "how long sessions are is not recorded", good: is(true),
})

var statements = &checks.Param{Name: "allowed", Default: []string{"ddl", "mod", "all"}, Source: "CIS Google Cloud Foundations: log_statement is ddl, or what the organization has decided"}

// PostgresLogStatement asks that changes of the schema are recorded.
var PostgresLogStatement = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-log-statement",
	Title:    "PostgreSQL instances record changes of the schema",
	Why:      "A dropped table or a new function that grants itself rights leaves no trace otherwise.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.2.4"}},
	Aliases:  []string{"prowler:cloudsql_instance_postgres_log_statement_flag"},
	Params:   []*checks.Param{statements},
}, flag{
	engine: cloudsql.PostgreSQL, name: "log_statement", unset: "none", set: "ddl",
	harm: "statements that change the schema are not recorded", good: among(statements, "none", "ddl", "mod", "all"),
})

// levels are the severities of messages, those that say most first: the order
// of log_min_messages.
var levels = []string{"debug5", "debug4", "debug3", "debug2", "debug1", "debug", "info", "notice", "warning", "error", "log", "fatal", "panic"}

var messages = &checks.Param{Name: "allowed", Default: []string{"debug5", "debug4", "debug3", "debug2", "debug1", "debug", "info", "notice", "warning"}, Source: "CIS Google Cloud Foundations: log_min_messages is at least warning"}

// PostgresLogMessages asks that warnings are recorded.
var PostgresLogMessages = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-log-min-messages",
	Title:    "PostgreSQL instances record warnings and what is worse",
	Why:      "An attack shows in warnings before it shows in errors.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.2.5"}},
	Aliases:  []string{"prowler:cloudsql_instance_postgres_log_min_messages_flag"},
	Params:   []*checks.Param{messages},
}, flag{
	engine: cloudsql.PostgreSQL, name: "log_min_messages", unset: "warning", set: "warning",
	harm: "warnings are not recorded", good: among(messages, levels...),
})

var failing = &checks.Param{Name: "allowed", Default: []string{"debug5", "debug4", "debug3", "debug2", "debug1", "debug", "info", "notice", "warning", "error"}, Source: "CIS Google Cloud Foundations: log_min_error_statement is error, or one that records more"}

// PostgresLogErrorStatement asks that statements that fail are recorded.
var PostgresLogErrorStatement = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-log-min-error-statement",
	Title:    "PostgreSQL instances record the statements that failed",
	Why:      "A search for an injection makes errors; the statement tells what was tried.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.2.6"}},
	Aliases:  []string{"prowler:cloudsql_instance_postgres_log_min_error_statement_flag"},
	Params:   []*checks.Param{failing},
}, flag{
	engine: cloudsql.PostgreSQL, name: "log_min_error_statement", unset: "error", set: "error",
	harm: "the statements behind errors are not recorded", good: among(failing, levels...),
})

var verbosity = &checks.Param{Name: "allowed", Default: []string{"default", "terse"}, Source: "CIS Google Cloud Foundations: log_error_verbosity is DEFAULT or stricter"}

// PostgresLogVerbosity asks that messages do not say too much.
var PostgresLogVerbosity = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-log-error-verbosity",
	Title:    "PostgreSQL instances do not write verbose error messages",
	Why:      "Verbose messages, with places in the source, fill the log and hide in it what matters.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.2.1"}},
	Aliases:  []string{"prowler:cloudsql_instance_postgres_log_error_verbosity_flag"},
	Params:   []*checks.Param{verbosity},
}, flag{
	engine: cloudsql.PostgreSQL, name: "log_error_verbosity", unset: "default", set: "default",
	harm: "that is none of the values that are wanted", good: among(verbosity, "terse", "default", "verbose"),
})

// PostgresLogDuration asks that statements are not recorded for being slow:
// that writes down their text, with the data in it.
var PostgresLogDuration = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-log-min-duration-statement",
	Title:    "PostgreSQL instances do not record statements for being slow",
	Why:      "Slow statements are recorded with their text, and personal data that is in it reaches the log.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.2.7"}},
	Aliases:  []string{"prowler:cloudsql_instance_postgres_log_min_duration_statement_flag"},
}, flag{
	engine: cloudsql.PostgreSQL, name: "log_min_duration_statement", unset: "-1", set: "-1",
	harm: "statements that take as long are recorded with the data in them",
	good: func(_ *checks.Probe, value string) inventory.Known[bool] {
		n, err := strconv.Atoi(strings.TrimSuffix(value, "ms"))
		if err != nil {
			return oddValue(value)
		}
		return inventory.Of(n < 0) // "-1 (the default) disables logging statement durations"
	},
})

// PgAudit asks that the audit extension can be used. Cloud SQL has it off
// where it is not set ("Audit for PostgreSQL using pgAudit").
var PgAudit = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-pgaudit",
	Title:    "PostgreSQL instances have pgAudit",
	Why:      "The log of statements does not say what was read through views and functions; pgAudit writes to Cloud Audit Logs who read or changed which object. What it records, `pgaudit.log` and the extension in each database decide.",
	Severity: checks.High,
	Area:     checks.Logging,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.2.8"}},
	Aliases:  []string{"prowler:cloudsql_instance_postgres_enable_pgaudit_flag"},
}, flag{
	engine: cloudsql.PostgreSQL, name: "cloudsql.enable_pgaudit", unset: "off", set: "on",
	harm: "the audit extension is not loaded", good: is(true),
})
