package kms

import (
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/kms"
	"demarc/providers/inventory"
)

// KeyDeletion asks that no key be on its way to deletion unnoticed.
var KeyDeletion = &checks.Check{
	ID:       "aws-kms-key-deletion-scheduled",
	Title:    "No KMS key is scheduled for deletion",
	Why:      "When the waiting period is over the key is gone, and with it whatever is encrypted under it. Until then the deletion can be called off.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "KMS > Customer managed keys > the key > Key actions > Cancel key deletion; disable the key instead if it should no longer be used.",
		CLI:       "aws kms cancel-key-deletion --key-id <key-id>",
		Terraform: "resource \"aws_kms_key\" \"example\" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"KMS.3"}},
	Aliases:  []string{"prowler:kms_cmk_not_deleted_unintentionally", "securityhub:KMS.3"},
	Link:     "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
	Needs:    []inventory.Source{kms.KeyMetadata},
	Run: checks.Each(kms.Keys, func(p *checks.Probe, k *kms.Key) {
		m, ok := k.Metadata.Get(p)
		switch {
		case !ok:
		case m.Manager == "AWS":
			p.Skipf("the key is managed by AWS")
		case m.Deleting() && m.Deletion.IsZero(): // a multi-Region primary that waits for its replicas to go
			p.Evidence("keyState", m.State)
			p.Failf("the key is to be deleted once its replicas are")
		case m.Deleting():
			p.Evidence("keyState", m.State)
			p.Evidence("deletionDate", m.Deletion.UTC().Format(time.DateOnly))
			p.Failf("the key is to be deleted on %s", m.Deletion.UTC().Format(time.DateOnly))
		}
	}),
}
