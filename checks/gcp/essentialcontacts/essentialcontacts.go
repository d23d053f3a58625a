// Package essentialcontacts holds the checks of whom Google Cloud writes to.
package essentialcontacts

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	OrganizationContacts,
}
