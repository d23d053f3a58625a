// Package macie2 holds the checks of Amazon Macie.
package macie2

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	Discovery,
	Enabled,
}
