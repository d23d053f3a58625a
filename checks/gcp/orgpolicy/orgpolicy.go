// Package orgpolicy holds the checks that well-known constraints of the
// Organization Policy Service are enforced. They differ in the constraint
// alone, and share a file.
package orgpolicy

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	NoAutomaticGrants,
	NoSerialPort,
	NoServiceAccountKeys,
	NoServiceAccountUploads,
	PublicAccessPrevention,
	RequireOSLogin,
	SkipDefaultNetwork,
	UniformAccess,
}
