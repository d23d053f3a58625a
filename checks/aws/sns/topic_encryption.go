package sns

import (
	"demarc/checks"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

// TopicEncryption asks that a KMS key stand between the messages and their
// readers. AWS encrypts its disks in any case, for which reason it withdrew
// its own control SNS.1.
var TopicEncryption = &checks.Check{
	ID:       "aws-sns-topic-encryption",
	Title:    "SNS topics encrypt messages with a KMS key",
	Why:      "With a key, access to the messages takes a right to the key too, which its policy gives and CloudTrail shows.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "SNS > Topics > the topic > Edit > Encryption: Enable encryption, and choose a key that publishers may use.",
		CLI:       "aws sns set-topic-attributes --topic-arn <topic-arn> --attribute-name KmsMasterKeyId --attribute-value <key-id>",
		Terraform: "resource \"aws_sns_topic\" \"example\" {\n  kms_master_key_id = aws_kms_key.example.arn\n}",
	},
	Aliases: []string{"prowler:sns_topics_kms_encryption_at_rest_enabled", "securityhub:SNS.1"},
	Link:    "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html",
	Needs:   []inventory.Source{sns.TopicAttributes},
	Run: checks.Each(sns.Topics, func(p *checks.Probe, t *sns.Topic) {
		a, ok := t.Attributes.Get(p)
		if !ok {
			return
		}
		if key, ok := a.KMSKey.Get(p); ok && key == "" {
			p.Evidence("kmsMasterKeyId", "none")
			p.Failf("no KMS key encrypts the messages")
		}
	}),
}
