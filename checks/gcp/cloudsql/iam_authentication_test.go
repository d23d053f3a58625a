package cloudsql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
)

func TestIAMAuthentication(t *testing.T) {
	want := map[string]checks.Verdict{"unset": checks.Fail, "off": checks.Fail, "on": checks.Pass, "perhaps": checks.Unknown}
	checktest.Run(t, PostgresIAMAuthentication, flagCases(cloudsql.PostgreSQL, "cloudsql.iam_authentication", want))
	checktest.Run(t, MySQLIAMAuthentication, flagCases(cloudsql.MySQL, "cloudsql_iam_authentication", want))
}
