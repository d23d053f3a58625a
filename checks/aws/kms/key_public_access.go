package kms

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/checks/frameworks"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

// KeyPublicAccess asks that no key policy let in everybody.
var KeyPublicAccess = &checks.Check{
	ID:       "aws-kms-key-public-access",
	Title:    "KMS key policies let in named accounts only",
	Why:      "A key policy that names everybody lets any AWS account decrypt what it gets hold of, or change the key itself.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "KMS > Customer managed keys > the key > Key policy > Edit: name principals instead of \"*\", or add a condition on kms:CallerAccount.",
		CLI:       "aws kms put-key-policy --key-id <key-id> --policy-name default --policy file://<policy.json>",
		Terraform: "resource \"aws_kms_key_policy\" \"example\" {\n  key_id = aws_kms_key.example.id\n  policy = data.aws_iam_policy_document.example.json\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.21"}, frameworks.FSBP: {"KMS.5"}},
	Aliases:  []string{"prowler:kms_key_not_publicly_accessible", "securityhub:KMS.5"},
	Link:     "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
	Needs:    []inventory.Source{kms.KeyMetadata, kms.KeyPolicy},
	Run: checks.Each(kms.Keys, func(p *checks.Probe, k *kms.Key) {
		if _, ok := customerKey(p, k); !ok {
			return
		}
		if pol, ok := k.Policy.Get(p); ok {
			access.Public(p, pol.Document, access.At("kms", &k.Resource, pol))
		}
	}),
}
