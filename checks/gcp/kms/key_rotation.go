package kms

import (
	"slices"
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/kms"
	"demarc/providers/inventory"
)

const (
	rotationWhy     = "The longer one version encrypts, the more of the data is lost with it; what has never been rotated will not be when it has to be, in haste."
	rotationLink    = "https://cloud.google.com/kms/docs/key-rotation"
	rotationConsole = "Security > Key Management > the key ring > the key > Edit rotation period: 90 days or less, starting soon."
	rotationCLI     = "gcloud kms keys update <key> --keyring=<key ring> --location=<location> --rotation-period=90d --next-rotation-time=<tomorrow>"
	rotationHCL     = "resource \"google_kms_crypto_key\" \"example\" {\n  name            = \"example\"\n  key_ring        = \"<key ring>\"\n  rotation_period = \"7776000s\"\n}"
)

var needsRotation = []inventory.Source{kms.CryptoKeys, kms.Versions}

// inUse are the states of versions that hold, or are to hold, material that can
// still be used: a disabled one can be enabled again.
var inUse = []string{"ENABLED", "DISABLED", "PENDING_GENERATION", "PENDING_IMPORT"}

// rotating makes a Run over the keys that could rotate by themselves: judge is
// given the period, 0 for none.
func rotating(judge func(p *checks.Probe, k *kms.CryptoKey, seconds int)) checks.Run {
	return checks.Each(kms.CryptoKeys, func(p *checks.Probe, k *kms.CryptoKey) {
		period, ok := k.RotationSeconds.Get(p)
		if !ok {
			return
		}
		if period == 0 {
			why, known := cannot(p, k)
			if why != "" {
				p.Skipf("%s", why)
			}
			if why != "" || !known {
				return
			}
		}
		alive := false
		for _, v := range kms.VersionsOf.Get(p.Inv, p, "", k.Full) {
			state, ok := v.State.Get(p)
			alive = alive || ok && slices.Contains(inUse, state)
		}
		if !alive {
			p.Skipf("no version of the key has material that can be used")
			return
		}
		judge(p, k, period)
	})
}

// cannot says why a key does not rotate by itself, if it cannot ("Key
// rotation", Cloud KMS documentation; the reference, "CryptoKey").
func cannot(p *checks.Probe, k *kms.CryptoKey) (why string, known bool) {
	purpose, ok := k.Purpose.Get(p)
	if ok && purpose != "ENCRYPT_DECRYPT" {
		return "keys with the purpose " + purpose + " cannot rotate by themselves", true
	}
	imported, known := k.Imported.Get(p)
	if known && imported {
		return "the key's material is imported: a new version has to be imported too", true
	}
	protection, told := k.Protection.Get(p)
	if told && (protection == "EXTERNAL" || protection == "EXTERNAL_VPC") {
		return "the key's material is with an external key manager, which rotates it", true
	}
	return "", ok && known && told
}

// KeyRotation asks that keys rotate by themselves.
var KeyRotation = &checks.Check{
	ID:       "gcp-kms-key-rotation",
	Title:    "Keys rotate by themselves",
	Why:      rotationWhy,
	Severity: checks.Low,
	Area:     checks.Data,
	Fix:      checks.Fix{Console: rotationConsole, CLI: rotationCLI, Terraform: rotationHCL},
	Aliases:  []string{"prowler:kms_key_rotation_enabled"},
	Link:     rotationLink,
	Needs:    needsRotation,
	Run: rotating(func(p *checks.Probe, _ *kms.CryptoKey, seconds int) {
		if seconds == 0 {
			p.Evidence("rotationPeriod", "none")
			p.Failf("the key has no rotation period")
		}
	}),
}

var maxRotationDays = &checks.Param{Name: "maxDays", Default: 90, Unit: "days", Source: "CIS Google Cloud Platform Foundation 5.0, 1.11"}

// KeyRotationPeriod asks that keys rotate often enough, from now on.
var KeyRotationPeriod = &checks.Check{
	ID:       "gcp-kms-key-rotation-period",
	Title:    "Keys rotate often enough",
	Why:      rotationWhy,
	Severity: checks.Low,
	Area:     checks.Data,
	Fix:      checks.Fix{Console: rotationConsole, CLI: rotationCLI, Terraform: rotationHCL},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.11"}},
	Aliases:  []string{"prowler:kms_key_rotation_max_90_days"},
	Link:     rotationLink,
	Params:   []*checks.Param{maxRotationDays},
	Needs:    needsRotation,
	Run: rotating(func(p *checks.Probe, k *kms.CryptoKey, seconds int) {
		limit := p.Int(maxRotationDays)
		const day = 24 * 60 * 60
		switch {
		case seconds == 0:
			p.Evidence("rotationPeriod", "none")
			p.Failf("the key has no rotation period")
			return
		case seconds > limit*day:
			p.Evidence("rotationDays", seconds/day)
			p.Failf("the key rotates every %d days, more than %d", seconds/day, limit)
		}
		next, ok := k.NextRotation.Get(p)
		if wait := next.Sub(p.Inv.Now); ok && wait > time.Duration(limit)*24*time.Hour {
			p.Evidence("nextRotationTime", next.Format(time.RFC3339))
			p.Failf("the next rotation is in %d days, more than %d", int(wait.Hours()/24), limit)
		}
	}),
}
