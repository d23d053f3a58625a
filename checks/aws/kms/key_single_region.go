package kms

import (
	"demarc/checks"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

// KeySingleRegion asks that key material stay in one region.
var KeySingleRegion = &checks.Check{
	ID:       "aws-kms-key-single-region",
	Title:    "KMS keys stay in one region",
	Why:      "The copies of a multi-Region key share their material and have policies of their own, so that data is only as safe as the laxest of them. AWS advises single-Region keys unless data under one key must be read in several regions.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "KMS > Create key > Advanced options > Regionality: Single-Region key. A key cannot be changed: move the data to the new one.",
		CLI:       "aws kms create-key --no-multi-region --description <what-it-is-for>",
		Terraform: "resource \"aws_kms_key\" \"example\" {\n  multi_region = false\n}",
	},
	Aliases: []string{"prowler:kms_cmk_not_multi_region"},
	Link:    "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
	Needs:   []inventory.Source{kms.KeyMetadata},
	Run: checks.Each(kms.Keys, func(p *checks.Probe, k *kms.Key) {
		m, ok := customerKey(p, k)
		if !ok {
			return
		}
		if multi, ok := m.MultiRegion.Get(p); ok && multi {
			p.Evidence("multiRegion", true)
			p.Failf("the key is a multi-Region key")
		}
	}),
}
