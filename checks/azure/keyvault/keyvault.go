// Package keyvault holds the checks of Azure Key Vault, one to a file.
package keyvault

import (
	"demarc/checks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	KeyExpirationAccessPolicy,
	KeyExpirationRBAC,
	KeyRotation,
	Logging,
	PrivateEndpoint,
	PublicNetworkAccess,
	RBAC,
	Recoverable,
	SecretExpirationAccessPolicy,
	SecretExpirationRBAC,
}

// expires reports a key or a secret without an expiration date, where its
// vault grants access by Azure roles, or by access policies, as rbac says.
func expires(p *checks.Probe, i *keyvault.Item, rbac bool) {
	v, ok := keyvault.Vaults.ByID(p.Inv, i.Region, i.VaultID).Get(p)
	if !ok {
		return
	}
	if v == nil {
		p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the vault of " + i.ID + " is not listed"})
		return
	}
	roles, ok := v.RBAC.Get(p)
	if !ok {
		return
	}
	if roles != rbac {
		by := "access policies"
		if roles {
			by = "Azure roles"
		}
		p.Skipf("the vault grants access by %s", by)
		return
	}
	enabled, ok := i.Enabled.Get(p)
	if ok && !enabled {
		p.Skipf("the current version is disabled")
		return
	}
	if at, known := i.Expires.Get(p); ok && known && at <= 0 {
		p.Evidence("expires", false)
		p.Failf("no expiration date is set")
	}
}
