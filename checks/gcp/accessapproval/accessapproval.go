// Package accessapproval holds the checks of Access Approval.
package accessapproval

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	Enrolled,
}
