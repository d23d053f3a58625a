package sqs

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/sqs"
	"demarc/providers/inventory"
)

// QueueEncryption asks that messages be encrypted at rest, by SQS or by KMS.
// New queues are, unless it was switched off; older ones may never have been.
var QueueEncryption = &checks.Check{
	ID:       "aws-sqs-queue-encryption",
	Title:    "SQS queues encrypt messages at rest",
	Why:      "Messages lie in a queue for up to two weeks, in the clear unless the queue encrypts them.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "SQS > Queues > the queue > Edit > Encryption > Server-side encryption: Enabled.",
		CLI:       "aws sqs set-queue-attributes --queue-url <queue-url> --attributes SqsManagedSseEnabled=true",
		Terraform: "resource \"aws_sqs_queue\" \"example\" {\n  sqs_managed_sse_enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SQS.1"}},
	Aliases:  []string{"prowler:sqs_queues_server_side_encryption_enabled", "securityhub:SQS.1"},
	Link:     "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
	Needs:    []inventory.Source{sqs.QueueAttributes},
	Run: checks.Each(sqs.Queues, func(p *checks.Probe, q *sqs.Queue) {
		a, ok := q.Attributes.Get(p)
		if !ok {
			return
		}
		kms := inventory.Map(a.KMSKey, func(key string) bool { return key != "" })
		if encrypted, ok := inventory.Or(kms, a.ManagedSSE).Get(p); ok && !encrypted {
			p.Evidence("sqsManagedSseEnabled", false)
			p.Evidence("kmsMasterKeyId", "none")
			p.Failf("neither SQS nor KMS encrypts the messages")
		}
	}),
}
