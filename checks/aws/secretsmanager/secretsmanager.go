// Package secretsmanager holds the checks of AWS Secrets Manager, one to a file.
package secretsmanager

import (
	"time"

	"demarc/checks"
	"demarc/providers/aws/secretsmanager"
)

// All lists the package's checks.
var All = []*checks.Check{
	SecretForeignAccess,
	SecretPublicAccess,
	SecretRotated,
	SecretRotation,
	SecretRotationOnTime,
	SecretUsed,
}

const day = 24 * time.Hour

// kept reports whether s is in use; one that awaits deletion is not judged.
func kept(p *checks.Probe, s *secretsmanager.Secret) bool {
	since, ok := s.Deleted.Get(p)
	if ok && !since.IsZero() {
		p.Skipf("the secret is scheduled for deletion and can no longer be read")
	}
	return ok && since.IsZero()
}

// ours reports whether it is the customer who looks after s, in this region:
// not a service that made it, nor the region that it is a replica of.
func ours(p *checks.Probe, s *secretsmanager.Secret) bool {
	if !kept(p, s) {
		return false
	}
	owner, ok := s.OwningService.Get(p)
	if ok && owner != "" {
		p.Skipf("the secret is managed by %s", owner)
		return false
	}
	primary, known := s.PrimaryRegion.Get(p)
	if known && primary != "" && primary != s.Region {
		p.Skipf("the secret is a replica, which changes with its primary in %s", primary)
		return false
	}
	return ok && known
}
