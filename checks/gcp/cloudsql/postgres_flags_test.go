package cloudsql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
)

func TestPostgresFlags(t *testing.T) {
	for _, tc := range []struct {
		check *checks.Check
		name  string
		want  map[string]checks.Verdict
	}{
		{PostgresLogConnections, "log_connections", map[string]checks.Verdict{
			"unset": checks.Fail, "off": checks.Fail, "on": checks.Pass, "receipt": checks.Fail, "receipt, Authentication": checks.Pass, "": checks.Fail, "receipt,odd": checks.Unknown}},
		{PostgresLogDisconnections, "log_disconnections", map[string]checks.Verdict{"unset": checks.Fail, "on": checks.Pass}},
		{PostgresLogStatement, "log_statement", map[string]checks.Verdict{"unset": checks.Fail, "none": checks.Fail, "ddl": checks.Pass, "all": checks.Pass, "some": checks.Unknown}},
		{PostgresLogMessages, "log_min_messages", map[string]checks.Verdict{"unset": checks.Pass, "debug5": checks.Pass, "WARNING": checks.Pass, "error": checks.Fail, "log": checks.Fail, "panic": checks.Fail, "warning, backend:error": checks.Unknown}},
		{PostgresLogErrorStatement, "log_min_error_statement", map[string]checks.Verdict{"unset": checks.Pass, "error": checks.Pass, "notice": checks.Pass, "fatal": checks.Fail}},
		{PostgresLogVerbosity, "log_error_verbosity", map[string]checks.Verdict{"unset": checks.Pass, "default": checks.Pass, "terse": checks.Pass, "verbose": checks.Fail}},
		{PostgresLogDuration, "log_min_duration_statement", map[string]checks.Verdict{"unset": checks.Pass, "-1": checks.Pass, "0": checks.Fail, "250ms": checks.Fail, "one": checks.Unknown}},
		{PgAudit, "cloudsql.enable_pgaudit", map[string]checks.Verdict{"unset": checks.Fail, "off": checks.Fail, "on": checks.Pass}},
	} {
		t.Run(tc.name, func(t *testing.T) { checktest.Run(t, tc.check, flagCases(cloudsql.PostgreSQL, tc.name, tc.want)) })
	}
}
