package kms

import (
	"demarc/checks"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

// KeyEnabled asks that keys which nobody can use be noticed.
var KeyEnabled = &checks.Check{
	ID:       "aws-kms-key-enabled",
	Title:    "KMS keys of the customer's are enabled",
	Why:      "Nothing under a disabled key can be read, and the key costs money all the same. It is either needed, and should work, or not, and should go.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "KMS > Customer managed keys > the key > Key actions > Enable; or, once nothing is encrypted under it any more, Schedule key deletion.",
		CLI:       "aws kms enable-key --key-id <key-id>",
		Terraform: "resource \"aws_kms_key\" \"example\" {\n  is_enabled = true\n}",
	},
	Aliases: []string{"prowler:kms_cmk_are_used"},
	Link:    "https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html",
	Needs:   []inventory.Source{kms.KeyMetadata},
	Run: checks.Each(kms.Keys, func(p *checks.Probe, k *kms.Key) {
		if m, ok := customerKey(p, k); ok && m.State == "Disabled" {
			p.Evidence("keyState", m.State)
			p.Failf("the key is disabled")
		}
	}),
}
