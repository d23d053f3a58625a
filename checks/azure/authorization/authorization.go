// Package authorization holds the checks of Azure's role-based access control
// and of its policies. Families that ask the same rows share a file.
package authorization

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	Benchmark,
	ClassicAdministrators,
	CustomOwner,
	DisabledUsers,
	GuestOwners,
	LockRole,
	MachineUsersMFA,
	Owners,
	RootAccess,
	SubscriptionTransfer,
}
