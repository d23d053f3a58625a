package cloudsql

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/cloudsql"
)

// PostgresIAMAuthentication asks that people and services can sign in with
// their identities of the cloud. It is off where it is not set ("IAM
// authentication").
var PostgresIAMAuthentication = flagged(checks.Check{
	ID:       "gcp-cloudsql-postgres-iam-authentication",
	Title:    "PostgreSQL instances take IAM database authentication",
	Why:      "A password in the database is shared, copied and never revoked; an identity of the cloud ends with its owner's employment.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.6"}},
}, flag{
	engine: cloudsql.PostgreSQL, name: "cloudsql.iam_authentication", unset: "off", set: "on",
	harm: "nobody can sign in but with a password of the database", good: is(true),
})

// MySQLIAMAuthentication asks the same of MySQL, whose flag has another name.
var MySQLIAMAuthentication = flagged(checks.Check{
	ID:       "gcp-cloudsql-mysql-iam-authentication",
	Title:    "MySQL instances take IAM database authentication",
	Why:      "A password in the database is shared, copied and never revoked; an identity of the cloud ends with its owner's employment.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"6.6"}},
}, flag{
	engine: cloudsql.MySQL, name: "cloudsql_iam_authentication", unset: "off", set: "on",
	harm: "nobody can sign in but with a password of the database", good: is(true),
})
