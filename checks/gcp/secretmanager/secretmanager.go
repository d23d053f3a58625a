// Package secretmanager holds the checks of Secret Manager, one to a file.
package secretmanager

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	SecretPublic,
	SecretRotation,
}
