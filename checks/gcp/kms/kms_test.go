package kms

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/kms"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// The verdicts of cases with one result.
var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

func dark[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

const (
	ringFull = "//cloudkms.googleapis.com/projects/1/locations/europe-west1/keyRings/r"
	keyFull  = ringFull + "/cryptoKeys/k"
	day      = 24 * 60 * 60
)

// newKey is a key that rotates every ninety days.
func newKey(change ...func(*kms.CryptoKey)) *kms.CryptoKey {
	k := &kms.CryptoKey{
		Resource: inventory.Resource{ID: "k", Full: keyFull}, Purpose: inventory.Of("ENCRYPT_DECRYPT"), Protection: inventory.Of("SOFTWARE"), Imported: inventory.Of(false),
		RotationSeconds: inventory.Of(90 * day), NextRotation: inventory.Of(inventory.FixtureNow.AddDate(0, 0, 20)),
	}
	for _, c := range change {
		c(k)
	}
	return k
}

func every(seconds int) func(*kms.CryptoKey) {
	return func(k *kms.CryptoKey) {
		k.RotationSeconds = inventory.Of(seconds)
		if seconds == 0 {
			k.NextRotation = inventory.Of(time.Time{})
		}
	}
}

// have is a key with versions in those states.
func have(k *kms.CryptoKey, states ...inventory.Known[string]) *inventory.Inventory {
	var rows []*kms.Version
	for i, s := range states {
		id := string(rune('1' + i))
		rows = append(rows, &kms.Version{Resource: inventory.Resource{ID: id, Full: k.Full + "/cryptoKeyVersions/" + id}, State: s})
	}
	return inventory.Fixture(inventory.Rows(kms.CryptoKeys, k), inventory.Rows(kms.Versions, rows...))
}
