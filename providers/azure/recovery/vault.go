// Package recovery collects Recovery Services vaults and their backup policies.
package recovery

import (
	"context"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

const version = "?api-version=2024-04-01"

// A Vault is a Recovery Services vault.
type Vault struct {
	inventory.Resource

	Security   inventory.Known[Security] `fetch:"-"`
	BackedUp   inventory.Known[int]      `fetch:"-"` // how many things are backed up to it now
	Replicated inventory.Known[int]      `fetch:"-"` // how many machines Site Recovery replicates by it
}

// Security says what keeps the copies in a vault from being deleted.
type Security struct {
	SoftDelete   inventory.Known[string] // "Enabled", "Disabled", "AlwaysON"
	Immutability inventory.Known[string] // "Disabled", "Unlocked", "Locked"
}

var query = azure.Resources("Resources", "microsoft.recoveryservices/vaults")

// Vaults lists the Recovery Services vaults of a subscription.
var Vaults = &inventory.Type[Vault]{
	Kind: "azure.recovery.Vault", Level: inventory.AtAccount, Model: inventory.PaaS,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, _ azure.Row, _ struct{}) *Vault { return &Vault{Resource: r} }),
}

// VaultSecurity fetches Vault.Security, of a version of the API that is known
// to tell both.
var VaultSecurity = &inventory.Field[Vault, Security]{
	Of: Vaults, Column: "security", Actions: []string{"Microsoft.RecoveryServices/Vaults/read"},
	At: func(v *Vault) *inventory.Known[Security] { return &v.Security },
	Fetch: func(ctx context.Context, s inventory.Scope, v *Vault) (Security, error) {
		out, err := azure.Get[struct {
			Properties struct {
				Settings struct {
					SoftDelete struct {
						State *string `json:"softDeleteState"`
					} `json:"softDeleteSettings"`
					Immutability struct {
						State *string `json:"state"`
					} `json:"immutabilitySettings"`
				} `json:"securitySettings"`
			} `json:"properties"`
		}](ctx, s, v.Full+version)
		if err != nil {
			return Security{}, azure.Gone(err)
		}
		set := out.Properties.Settings
		return Security{
			SoftDelete:   inventory.FromPtr(set.SoftDelete.State, inventory.Unanswered[string]("ARM microsoft.recoveryservices/vaults", "securitySettings.softDeleteSettings.softDeleteState")),
			Immutability: inventory.FromPtr(set.Immutability.State, inventory.Of("Disabled")), // a vault is not immutable until it is set ("Immutable vault for Azure Backup")
		}, nil
	},
}

// VaultBackedUp fetches Vault.BackedUp: what is backed up in Azure and by the
// agents outside of it, without what is stopped or waits for its deletion.
var VaultBackedUp = &inventory.Field[Vault, int]{
	Of: Vaults, Column: "backedUp", Actions: []string{"Microsoft.RecoveryServices/Vaults/backupProtectedItems/read"},
	At: func(v *Vault) *inventory.Known[int] { return &v.BackedUp },
	Fetch: func(ctx context.Context, s inventory.Scope, v *Vault) (n int, err error) {
		all, err := azure.GetAll[struct {
			Properties struct {
				State   string `json:"protectionState"`
				Deleted bool   `json:"isScheduledForDeferredDelete"`
			} `json:"properties"`
		}](ctx, s, v.Full+"/backupProtectedItems"+version)
		for _, i := range all {
			p := i.Properties
			if !p.Deleted && !strings.EqualFold(p.State, "ProtectionStopped") && !strings.EqualFold(p.State, "BackupsSuspended") {
				n++
			}
		}
		return n, azure.Gone(err)
	},
}

// VaultReplicated fetches Vault.Replicated.
var VaultReplicated = &inventory.Field[Vault, int]{
	Of: Vaults, Column: "replicated", Actions: []string{"Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems/read"},
	At: func(v *Vault) *inventory.Known[int] { return &v.Replicated },
	Fetch: func(ctx context.Context, s inventory.Scope, v *Vault) (int, error) {
		all, err := azure.GetAll[struct{}](ctx, s, v.Full+"/replicationProtectedItems"+version)
		return len(all), azure.Gone(err)
	},
}
