package sqs

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/checks/frameworks"
	"demarc/providers/aws/sqs"
	"demarc/providers/inventory"
)

// QueuePublicAccess asks that no queue policy let in everybody. Policies that
// name "*" for one source ARN of the account's, as for its topics, do not.
var QueuePublicAccess = &checks.Check{
	ID:       "aws-sqs-queue-public-access",
	Title:    "SQS queue policies do not let in everybody",
	Why:      "A stranger who may send to the queue feeds whatever works it off; one who may receive reads the messages and takes them away.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "SQS > Queues > the queue > Edit > Access policy: name accounts instead of \"*\", or add a condition on aws:SourceArn.",
		CLI:       "aws sqs set-queue-attributes --queue-url <queue-url> --attributes file://<attributes-with-policy.json>",
		Terraform: "resource \"aws_sqs_queue_policy\" \"example\" {\n  queue_url = aws_sqs_queue.example.id\n  policy    = data.aws_iam_policy_document.example.json\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.21"}, frameworks.FSBP: {"SQS.3"}},
	Aliases:  []string{"prowler:sqs_queues_not_publicly_accessible", "securityhub:SQS.3"},
	Link:     "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html",
	Needs:    []inventory.Source{sqs.QueueAttributes},
	Run: checks.Each(sqs.Queues, func(p *checks.Probe, q *sqs.Queue) {
		a, ok := q.Attributes.Get(p)
		if !ok {
			return
		}
		if pol, ok := a.Policy.Get(p); ok {
			access.Public(p, pol.Document, access.At("sqs", &q.Resource, pol))
		}
	}),
}
