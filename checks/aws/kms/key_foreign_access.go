package kms

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

// KeyForeignAccess asks that key policies let in trusted accounts only.
var KeyForeignAccess = &checks.Check{
	ID:       "aws-kms-key-foreign-access",
	Title:    "KMS key policies let in trusted accounts only",
	Why:      "Whoever may use the key decides who reads what it protects: an account that is not yours gives that right on to its own users.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "KMS > Customer managed keys > the key > Key policy > Other AWS accounts: remove the accounts that you do not know.",
		CLI:       "aws kms put-key-policy --key-id <key-id> --policy-name default --policy file://<policy.json>",
		Terraform: "resource \"aws_kms_key_policy\" \"example\" {\n  key_id = aws_kms_key.example.id\n  policy = data.aws_iam_policy_document.example.json\n}",
	},
	Link:  "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
	Needs: []inventory.Source{kms.KeyMetadata, kms.KeyPolicy, access.Needs},
	Run: checks.Each(kms.Keys, func(p *checks.Probe, k *kms.Key) {
		if _, ok := customerKey(p, k); !ok {
			return
		}
		if pol, ok := k.Policy.Get(p); ok {
			access.Foreign(p, pol.Document, access.At("kms", &k.Resource, pol))
		}
	}),
}
