package sqs

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/sqs"
	"demarc/providers/inventory"
)

// QueueForeignAccess asks that queues be shared with trusted accounts only.
var QueueForeignAccess = &checks.Check{
	ID:       "aws-sqs-queue-foreign-access",
	Title:    "SQS queue policies let in trusted accounts only",
	Why:      "An account that may send or receive puts work into your systems, or takes it out of them.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "SQS > Queues > the queue > Edit > Access policy: remove the accounts that you do not know.",
		CLI:       "aws sqs set-queue-attributes --queue-url <queue-url> --attributes file://<attributes-with-policy.json>",
		Terraform: "resource \"aws_sqs_queue_policy\" \"example\" {\n  queue_url = aws_sqs_queue.example.id\n  policy    = data.aws_iam_policy_document.example.json\n}",
	},
	Link:  "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html",
	Needs: []inventory.Source{sqs.QueueAttributes, access.Needs, access.Buckets},
	Run: checks.Each(sqs.Queues, func(p *checks.Probe, q *sqs.Queue) {
		a, ok := q.Attributes.Get(p)
		if !ok {
			return
		}
		if pol, ok := a.Policy.Get(p); ok {
			access.Foreign(p, pol.Document, access.OwnBucket(p, access.At("sqs", &q.Resource, pol)))
		}
	}),
}
