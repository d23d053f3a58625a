package kms

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

// KeyRotation asks that KMS rotate the keys that it can. Keys of other kinds
// are left to their owners: KMS rotates neither asymmetric and HMAC keys nor
// imported material nor what lies in a custom key store (KMS Developer Guide,
// "Rotate AWS KMS keys"). A disabled key keeps its setting and is judged too.
var KeyRotation = &checks.Check{
	ID:       "aws-kms-key-rotation",
	Title:    "KMS rotates the customer's symmetric keys by itself",
	Why:      "Material that is never replaced protects everything that was ever encrypted under the key: one leak opens it all.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "KMS > Customer managed keys > the key > Key rotation > Automatic key rotation > Edit: Enable.",
		CLI:       "aws kms enable-key-rotation --key-id <key-id>",
		Terraform: "resource \"aws_kms_key\" \"example\" {\n  enable_key_rotation = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.6"}},
	Aliases:  []string{"prowler:kms_cmk_rotation_enabled", "securityhub:KMS.4"},
	Link:     "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
	Needs:    []inventory.Source{kms.KeyMetadata, kms.KeyRotation},
	Run: checks.Each(kms.Keys, func(p *checks.Probe, k *kms.Key) {
		m, ok := customerKey(p, k)
		if !ok {
			return
		}
		rotatable, ok := inventory.And(is(m.Spec, "SYMMETRIC_DEFAULT"), is(m.Usage, "ENCRYPT_DECRYPT"), is(m.Origin, "AWS_KMS")).Get(p)
		if ok && !rotatable {
			p.Skipf("KMS does not rotate keys of this kind: %s", kind(m))
		}
		if !ok || !rotatable {
			return
		}
		if r, ok := k.Rotation.Get(p); ok && !r.Enabled {
			p.Evidence("keyRotationEnabled", false)
			p.Evidence("keyState", m.State)
			p.Failf("automatic rotation is off")
		}
	}),
}

func is(k inventory.Known[string], value string) inventory.Known[bool] {
	return inventory.Map(k, func(v string) bool { return v == value })
}

// kind is what is known of the kind of a key.
func kind(m kms.Metadata) string {
	var words []string
	for _, k := range []inventory.Known[string]{m.Spec, m.Usage, m.Origin} {
		if v, ok := k.Peek(); ok {
			words = append(words, v)
		}
	}
	return strings.Join(words, ", ")
}
