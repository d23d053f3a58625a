package sns

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/checks/frameworks"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

// TopicPublicAccess asks that no topic policy let in everybody. The policy that
// SNS gives a new topic names "*" with a condition on the owner, which lets in
// the account alone.
var TopicPublicAccess = &checks.Check{
	ID:       "aws-sns-topic-public-access",
	Title:    "SNS topic policies do not let in everybody",
	Why:      "A stranger who may publish to the topic feeds whatever listens to it; one who may subscribe reads all that is said there.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "SNS > Topics > the topic > Edit > Access policy: name accounts instead of \"*\", or add a condition on AWS:SourceOwner or aws:SourceArn.",
		CLI:       "aws sns set-topic-attributes --topic-arn <topic-arn> --attribute-name Policy --attribute-value file://<policy.json>",
		Terraform: "resource \"aws_sns_topic_policy\" \"example\" {\n  arn    = aws_sns_topic.example.arn\n  policy = data.aws_iam_policy_document.example.json\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.21"}, frameworks.FSBP: {"SNS.4"}},
	Aliases:  []string{"prowler:sns_topics_not_publicly_accessible", "securityhub:SNS.4"},
	Link:     "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
	Needs:    []inventory.Source{sns.TopicAttributes},
	Run: checks.Each(sns.Topics, func(p *checks.Probe, t *sns.Topic) {
		a, ok := t.Attributes.Get(p)
		if !ok {
			return
		}
		if pol, ok := a.Policy.Get(p); ok {
			access.Public(p, pol.Document, access.At("sns", &t.Resource, pol))
		}
	}),
}
