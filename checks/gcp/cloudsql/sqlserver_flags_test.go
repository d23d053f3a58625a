package cloudsql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
)

func TestSQLServerFlags(t *testing.T) {
	off := map[string]checks.Verdict{"unset": checks.Pass, "off": checks.Pass, "on": checks.Fail}
	for _, tc := range []struct {
		check *checks.Check
		name  string
		want  map[string]checks.Verdict
	}{
		{SQLServerExternalScripts, "external scripts enabled", off},
		{SQLServerOwnershipChaining, "cross db ownership chaining", off},
		{SQLServerContainedAuthentication, "contained database authentication", off},
		{SQLServerUserConnections, "user connections", map[string]checks.Verdict{"unset": checks.Pass, "0": checks.Pass, "32767": checks.Pass, "10": checks.Fail, "many": checks.Unknown}},
		{SQLServerUserOptions, "user options", map[string]checks.Verdict{"unset": checks.Pass, "0": checks.Pass, "1": checks.Fail}},
		{SQLServerRemoteAccess, "remote access", map[string]checks.Verdict{"unset": checks.Fail, "on": checks.Fail, "off": checks.Pass}},
		{SQLServerTrace3625, "3625", map[string]checks.Verdict{"unset": checks.Fail, "off": checks.Fail, "on": checks.Pass}},
		{SQLServerTrace3625, "3625 (trace flag)", map[string]checks.Verdict{"unset": checks.Fail, "off": checks.Fail, "on": checks.Pass}},
	} {
		t.Run(tc.name, func(t *testing.T) { checktest.Run(t, tc.check, flagCases(cloudsql.SQLServer, tc.name, tc.want)) })
	}
}
