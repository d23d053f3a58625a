// Package account holds the checks of an account's contacts, one to a file.
package account

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	DistinctContacts,
	PrimaryContact,
	SecurityContact,
}
