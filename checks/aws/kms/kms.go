// Package kms holds the checks of AWS Key Management Service, one to a file.
package kms

import (
	"demarc/checks"
	"demarc/providers/aws/kms"
)

// All lists the package's checks.
var All = []*checks.Check{
	KeyDeletion,
	KeyEnabled,
	KeyForeignAccess,
	KeyPublicAccess,
	KeyRotation,
	KeySingleRegion,
}

// customerKey returns what k is, where k is a key that the customer manages
// and keeps; for others it says why the question does not apply.
func customerKey(p *checks.Probe, k *kms.Key) (m kms.Metadata, ok bool) {
	m, ok = k.Metadata.Get(p)
	switch {
	case !ok:
		return m, false
	case m.Manager == "AWS":
		p.Skipf("the key is managed by AWS")
		return m, false
	case m.Deleting():
		p.Skipf("the key is scheduled for deletion and can no longer be used")
		return m, false
	case m.State == "Creating":
		p.Skipf("the key is being created")
		return m, false
	}
	return m, true
}
