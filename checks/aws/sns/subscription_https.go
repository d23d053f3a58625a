package sns

import (
	"demarc/checks"
	"demarc/providers/aws/sns"
	"demarc/providers/inventory"
)

// SubscriptionHTTPS asks that messages to web addresses travel encrypted.
var SubscriptionHTTPS = &checks.Check{
	ID:       "aws-sns-subscription-https",
	Title:    "SNS delivers to web addresses over HTTPS",
	Why:      "Over HTTP the messages cross the internet readable and changeable, and so does the confirmation that proves who subscribes.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "SNS > Subscriptions > Create subscription > Protocol: HTTPS; then delete the one for HTTP. The protocol of a subscription cannot be changed.",
		CLI:       "aws sns subscribe --topic-arn <topic-arn> --protocol https --notification-endpoint https://<host>/<path>",
		Terraform: "resource \"aws_sns_topic_subscription\" \"example\" {\n  topic_arn = aws_sns_topic.example.arn\n  protocol  = \"https\"\n  endpoint  = \"https://hooks.example.com/orders\"\n}",
	},
	Aliases: []string{"prowler:sns_subscription_not_using_http_endpoints"},
	Link:    "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
	Needs:   []inventory.Source{sns.Subscriptions},
	Run: checks.Each(sns.Subscriptions, func(p *checks.Probe, s *sns.Subscription) {
		switch protocol, ok := s.Protocol.Get(p); {
		case !ok || protocol == "https":
		case protocol == "http":
			p.Evidence("protocol", protocol)
			p.Evidence("host", s.Host)
			p.Failf("messages go to %s over HTTP", s.Host)
		default:
			p.Skipf("the subscription delivers by %s, not to a web address", protocol)
		}
	}),
}
