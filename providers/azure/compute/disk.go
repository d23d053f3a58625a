package compute

import (
	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Disk is a managed disk.
type Disk struct {
	inventory.Resource
	State inventory.Known[string] // "Attached", "Unattached", "Reserved", "ActiveSAS" and so on
	Access
}

// A Snapshot is a copy of a disk.
type Snapshot struct {
	inventory.Resource
	Access
}

// Access says who can read a disk or a snapshot, and with whose key it is encrypted.
type Access struct {
	Encryption          inventory.Known[string] // "EncryptionAtRestWithPlatformKey" and so on
	NetworkAccessPolicy inventory.Known[string] // who may export it: "AllowAll", "AllowPrivate", "DenyAll"
	PublicNetworkAccess inventory.Known[string] // "Enabled", "Disabled"
}

type diskProperties struct {
	State      *string `json:"diskState"`
	Encryption *struct {
		Type *string `json:"type"`
	} `json:"encryption"`
	Policy *string `json:"networkAccessPolicy"`
	Public *string `json:"publicNetworkAccess"`
}

func accessOf(asked string, p diskProperties) Access {
	a := Access{
		Encryption:          inventory.Unanswered[string](asked, "encryption.type"),
		NetworkAccessPolicy: inventory.FromPtr(p.Policy, inventory.Unanswered[string](asked, "networkAccessPolicy")),
		PublicNetworkAccess: inventory.FromPtr(p.Public, inventory.Unanswered[string](asked, "publicNetworkAccess")),
	}
	if p.Encryption != nil {
		a.Encryption = inventory.FromPtr(p.Encryption.Type, a.Encryption)
	}
	return a
}

var (
	diskQuery     = azure.Resources("Resources", "microsoft.compute/disks")
	snapshotQuery = azure.Resources("Resources", "microsoft.compute/snapshots")
)

// Disks lists the managed disks of a subscription.
var Disks = &inventory.Type[Disk]{
	Kind: "azure.compute.Disk", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(diskQuery),
	List: azure.List(diskQuery, func(r inventory.Resource, _ azure.Row, p diskProperties) *Disk {
		const asked = "Resource Graph microsoft.compute/disks"
		return &Disk{r, inventory.FromPtr(p.State, inventory.Unanswered[string](asked, "diskState")), accessOf(asked, p)}
	}),
}

// Snapshots lists the snapshots of a subscription.
var Snapshots = &inventory.Type[Snapshot]{
	Kind: "azure.compute.Snapshot", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(snapshotQuery),
	List: azure.List(snapshotQuery, func(r inventory.Resource, _ azure.Row, p diskProperties) *Snapshot {
		return &Snapshot{r, accessOf("Resource Graph microsoft.compute/snapshots", p)}
	}),
}
