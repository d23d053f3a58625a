// Package efs holds the checks of Amazon EFS, one to a file.
package efs

import (
	"demarc/checks"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	AccessPointRoot,
	AccessPointUser,
	AutomaticBackups,
	BackupPlan,
	Encrypted,
	MountTargetSubnet,
	MultiAZ,
	PublicPolicy,
}

// there reports whether a resource stands: one that is being created has not
// all of its settings yet, and one that is being deleted is past mending.
func there(p *checks.Probe, state inventory.Known[string]) bool {
	s, ok := state.Get(p)
	if ok && (s == "creating" || s == "deleting" || s == "deleted") {
		p.Skipf("it is %s", s)
		return false
	}
	return ok
}
