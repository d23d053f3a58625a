// Package securityhub holds the checks of AWS Security Hub CSPM.
package securityhub

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	Enabled,
	Standards,
}
