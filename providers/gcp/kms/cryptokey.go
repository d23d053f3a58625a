// Package kms collects Cloud KMS keys and their versions.
package kms

import (
	"strconv"
	"strings"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A CryptoKey is a key of Cloud KMS; what encrypts are its versions.
type CryptoKey struct {
	inventory.Resource
	Purpose         inventory.Known[string]    // "ENCRYPT_DECRYPT", "ASYMMETRIC_SIGN", …
	Protection      inventory.Known[string]    // of new versions: "SOFTWARE", "HSM", "EXTERNAL", …
	Imported        inventory.Known[bool]      // its material comes from elsewhere
	RotationSeconds inventory.Known[int]       // 0: it does not rotate by itself
	NextRotation    inventory.Known[time.Time] // zero: none
}

// A Version is a version of a key.
type Version struct {
	inventory.Resource
	State inventory.Known[string] // "ENABLED", "DISABLED", "DESTROYED", …
}

var (
	cryptoKeys = gcp.Resources("cloudkms.googleapis.com/CryptoKey")
	versions   = gcp.Resources("cloudkms.googleapis.com/CryptoKeyVersion")
)

const (
	askedKeys     = "Cloud Asset Inventory cloudkms.googleapis.com/CryptoKey"
	askedVersions = "Cloud Asset Inventory cloudkms.googleapis.com/CryptoKeyVersion"
)

type cryptoKey struct {
	Purpose *string `json:"purpose"`
	Primary *struct {
		ImportTime *string `json:"importTime"`
	} `json:"primary"`
	ImportOnly *bool `json:"importOnly"`
	Template   *struct {
		Protection *string `json:"protectionLevel"`
	} `json:"versionTemplate"`
	Rotation *string    `json:"rotationPeriod"`
	Next     *time.Time `json:"nextRotationTime"`
}

// CryptoKeys lists the keys of a project. Keys cannot be deleted for as long as
// they have versions: what is left of one may be versions that are destroyed.
var CryptoKeys = &inventory.Type[CryptoKey]{
	Kind: "gcp.kms.CryptoKey", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{cryptoKeys},
	List: gcp.List(cryptoKeys, func(r inventory.Resource, j cryptoKey) *CryptoKey {
		// The reference, "CryptoKey": rotationPeriod and nextRotationTime are set
		// both or neither; importOnly is a boolean, which JSON leaves out where it
		// is false; importTime is set where the material was imported.
		out := &CryptoKey{
			Resource:        r,
			Purpose:         inventory.FromPtr(j.Purpose, inventory.Unanswered[string](askedKeys, "purpose")),
			Protection:      inventory.Unanswered[string](askedKeys, "versionTemplate.protectionLevel"),
			RotationSeconds: inventory.Of(0),
			NextRotation:    inventory.FromPtr(j.Next, inventory.Of(time.Time{})),
			Imported:        inventory.Of(j.ImportOnly != nil && *j.ImportOnly || j.Primary != nil && j.Primary.ImportTime != nil),
		}
		if j.Template != nil {
			out.Protection = inventory.FromPtr(j.Template.Protection, out.Protection)
		}
		if j.Rotation != nil {
			out.RotationSeconds = seconds(*j.Rotation)
		}
		return out
	}),
}

// seconds reads a duration as JSON has it: "7776000s". Parts of a second are
// cut off.
func seconds(d string) inventory.Known[int] {
	n, err := strconv.ParseFloat(strings.TrimSuffix(d, "s"), 64)
	if err != nil {
		return inventory.Unanswered[int](askedKeys, "rotationPeriod")
	}
	return inventory.Of(int(n))
}

// Versions lists the versions of all keys of a project.
var Versions = &inventory.Type[Version]{
	Kind: "gcp.kms.CryptoKeyVersion", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{versions},
	List: gcp.List(versions, func(r inventory.Resource, j struct {
		State *string `json:"state"`
	}) *Version {
		return &Version{Resource: r, State: inventory.FromPtr(j.State, inventory.Unanswered[string](askedVersions, "state"))}
	}),
}

// VersionsOf finds the versions of a key by the key's full id.
var VersionsOf = &inventory.Index[Version]{Of: Versions, Keys: func(_ inventory.Reader, v *Version) []string {
	key, _, _ := strings.Cut(v.Full, "/cryptoKeyVersions/")
	return []string{key}
}}

// Ring is the full id of the key ring that a key is in: grants on it are grants
// on the key.
func (k *CryptoKey) Ring() string {
	ring, _, _ := strings.Cut(k.Full, "/cryptoKeys/")
	return ring
}
