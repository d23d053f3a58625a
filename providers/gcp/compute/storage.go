package compute

import (
	"time"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Disk is a persistent disk or a Hyperdisk, of a zone or of a region.
type Disk struct {
	inventory.Resource
	Status inventory.Known[string] // "READY", "DELETING", …
	Key    inventory.Known[string] // whose key encrypts it: ByGoogle, ByKMS, BySupply
}

// The keys that encrypt a disk.
const (
	ByGoogle = "Google-managed"
	ByKMS    = "customer-managed"  // in Cloud KMS
	BySupply = "customer-supplied" // kept by the customer, given with each use
)

type keyJSON struct {
	KMS    string `json:"kmsKeyName"`
	SHA256 string `json:"sha256"`
	RSA    string `json:"rsaEncryptedKey"`
}

// keyOf reads whose key is used: "if you do not provide an encryption key when
// creating the disk, then the disk is encrypted using an automatically
// generated key", and the answer has no object for it. An object without a key
// tells nothing.
func keyOf(k *keyJSON, asked, what string) inventory.Known[string] {
	switch {
	case k == nil:
		return inventory.Of(ByGoogle)
	case k.KMS != "":
		return inventory.Of(ByKMS)
	case k.SHA256 != "" || k.RSA != "":
		return inventory.Of(BySupply)
	}
	return inventory.Unanswered[string](asked, what)
}

type diskJSON struct {
	Status *string  `json:"status"`
	Key    *keyJSON `json:"diskEncryptionKey"`
}

var (
	diskQuery       = gcp.Resources("compute.googleapis.com/Disk")
	regionDiskQuery = gcp.Resources("compute.googleapis.com/RegionDisk")
)

// Disks lists the disks of a project.
var Disks = &inventory.Type[Disk]{
	Kind: "gcp.compute.Disk", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: Uses(diskQuery, regionDiskQuery),
	List: List(func(_ Home, r inventory.Resource, j diskJSON) *Disk {
		const asked = "Cloud Asset Inventory compute.googleapis.com/Disk"
		return &Disk{
			Resource: r, Status: inventory.FromPtr(j.Status, inventory.Unanswered[string](asked, "status")),
			Key: keyOf(j.Key, asked, "diskEncryptionKey.kmsKeyName"),
		}
	}, diskQuery, regionDiskQuery),
}

// An Image is an image that the project keeps; those of Google are in projects
// of Google.
type Image struct {
	inventory.Resource
	Status inventory.Known[string]
}

type statusJSON struct {
	Status *string `json:"status"`
}

var imageQuery = gcp.Resources("compute.googleapis.com/Image")

// Images lists the images of a project.
var Images = &inventory.Type[Image]{
	Kind: "gcp.compute.Image", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: Uses(imageQuery),
	List: List(func(_ Home, r inventory.Resource, j statusJSON) *Image {
		return &Image{Resource: r, Status: inventory.FromPtr(j.Status, inventory.Unanswered[string]("Cloud Asset Inventory compute.googleapis.com/Image", "status"))}
	}, imageQuery),
}

// A Snapshot is a snapshot of a disk.
type Snapshot struct {
	inventory.Resource
	Status  inventory.Known[string]
	Created inventory.Known[time.Time]
	Archive inventory.Known[bool] // of the type that is meant to be kept for long
}

type snapshotJSON struct {
	Status  *string    `json:"status"`
	Created *time.Time `json:"creationTimestamp"`
	Type    string     `json:"snapshotType"`
}

var snapshotQuery = gcp.Resources("compute.googleapis.com/Snapshot")

// Snapshots lists the snapshots of a project.
var Snapshots = &inventory.Type[Snapshot]{
	Kind: "gcp.compute.Snapshot", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: Uses(snapshotQuery),
	List: List(func(_ Home, r inventory.Resource, j snapshotJSON) *Snapshot {
		const asked = "Cloud Asset Inventory compute.googleapis.com/Snapshot"
		return &Snapshot{
			Resource: r,
			Status:   inventory.FromPtr(j.Status, inventory.Unanswered[string](asked, "status")),
			Created:  inventory.FromPtr(j.Created, inventory.Unanswered[time.Time](asked, "creationTimestamp")),
			Archive:  inventory.Of(j.Type == "ARCHIVE"), // "the default is STANDARD"
		}
	}, snapshotQuery),
}

// An Address is a reserved address, of a region or global.
type Address struct {
	inventory.Resource
	External inventory.Known[bool]
	Status   inventory.Known[string] // "IN_USE", "RESERVED", "RESERVING"
}

type addressJSON struct {
	Type   string  `json:"addressType"`
	Status *string `json:"status"`
}

var (
	addressQuery       = gcp.Resources("compute.googleapis.com/Address")
	globalAddressQuery = gcp.Resources("compute.googleapis.com/GlobalAddress")
)

// Addresses lists the reserved addresses of a project.
var Addresses = &inventory.Type[Address]{
	Kind: "gcp.compute.Address", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: Uses(addressQuery, globalAddressQuery),
	List: List(func(_ Home, r inventory.Resource, j addressJSON) *Address {
		return &Address{
			Resource: r,
			External: inventory.Of(j.Type != "INTERNAL"), // "if unspecified, defaults to EXTERNAL"
			Status:   inventory.FromPtr(j.Status, inventory.Unanswered[string]("Cloud Asset Inventory compute.googleapis.com/Address", "status")),
		}
	}, addressQuery, globalAddressQuery),
}
