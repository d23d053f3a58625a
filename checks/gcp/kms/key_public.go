package kms

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/kms"
	"demarc/providers/inventory"
)

// KeyNotPublic asks that not everybody may use a key, by a grant on it or on
// its key ring.
var KeyNotPublic = &checks.Check{
	ID:       "gcp-kms-key-not-public",
	Title:    "Nobody unknown may use or see a key",
	Why:      "Whoever may decrypt with the key reads what it protects, wherever they found it.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Security > Key Management > the key ring > the key > Permissions > allUsers, allAuthenticatedUsers: Remove; the same for the key ring.",
		CLI:       "gcloud kms keys remove-iam-policy-binding <key> --keyring=<key ring> --location=<location> --member=allUsers --role=<role>",
		Terraform: "resource \"google_kms_crypto_key_iam_binding\" \"example\" {\n  crypto_key_id = \"<key>\"\n  role          = \"roles/cloudkms.cryptoKeyEncrypterDecrypter\"\n  members       = [\"serviceAccount:<service account>\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.10"}},
	Aliases:  []string{"prowler:kms_key_not_publicly_accessible"},
	Link:     "https://cloud.google.com/kms/docs/iam",
	Needs:    []inventory.Source{kms.CryptoKeys, iam.Policies},
	Run: checks.Each(kms.CryptoKeys, func(p *checks.Probe, k *kms.CryptoKey) {
		for _, at := range []struct{ full, what string }{{k.Full, "the key"}, {k.Ring(), "its key ring"}} {
			policy, ok := iam.Of(p.Inv, at.full).Get(p)
			if !ok || policy == nil {
				continue
			}
			if b, who, public := policy.Public(p); public {
				p.Evidence("role", b.Role)
				p.Evidence("member", who)
				p.Failf("%s is granted to %s on %s", b.Role, who, at.what)
			}
		}
	}),
}
