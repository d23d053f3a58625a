// Package run holds the checks of Cloud Run, one to a file.
package run

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	ServiceIngress,
	ServicePublic,
}
