package sns

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

// TopicForeignAccess asks that topics be shared with trusted accounts only.
var TopicForeignAccess = &checks.Check{
	ID:       "aws-sns-topic-foreign-access",
	Title:    "SNS topic policies let in trusted accounts only",
	Why:      "An account that may publish or subscribe sends what it likes to your systems, or listens to what they say to each other.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "SNS > Topics > the topic > Edit > Access policy: remove the accounts that you do not know.",
		CLI:       "aws sns set-topic-attributes --topic-arn <topic-arn> --attribute-name Policy --attribute-value file://<policy.json>",
		Terraform: "resource \"aws_sns_topic_policy\" \"example\" {\n  arn    = aws_sns_topic.example.arn\n  policy = data.aws_iam_policy_document.example.json\n}",
	},
	Link:  "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
	Needs: []inventory.Source{sns.TopicAttributes, access.Needs, access.Buckets},
	Run: checks.Each(sns.Topics, func(p *checks.Probe, t *sns.Topic) {
		a, ok := t.Attributes.Get(p)
		if !ok {
			return
		}
		if pol, ok := a.Policy.Get(p); ok {
			access.Foreign(p, pol.Document, access.OwnBucket(p, access.At("sns", &t.Resource, pol)))
		}
	}),
}
