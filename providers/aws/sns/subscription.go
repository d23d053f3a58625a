package sns

import (
	"context"
	"iter"
	"net/url"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/sns"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Subscription is a confirmed subscription of the account's, to a topic of
// its own or of another account. Addresses may hold tokens, telephone numbers
// and people's names: of the endpoint only a web address's host is kept.
type Subscription struct {
	inventory.Resource
	Topic    string                  // its ARN
	Protocol inventory.Known[string] // http, https, sqs, lambda, email, …
	Host     string                  // of an http or https endpoint
}

// Subscriptions lists the subscriptions of a region in one paged call. Those
// that await confirmation, and those deleted, have no ARN and get no messages:
// they are left out.
var Subscriptions = &inventory.Type[Subscription]{
	Kind:    "aws.sns.Subscription",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"sns:ListSubscriptions"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Subscription, error] {
		pages := aws.Pages(ctx, client(s).ListSubscriptions, &sns.ListSubscriptionsInput{},
			func(out *sns.ListSubscriptionsOutput) *string { return out.NextToken },
			func(in *sns.ListSubscriptionsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *sns.ListSubscriptionsOutput) (rows []*Subscription) {
			for _, sub := range out.Subscriptions {
				arn := *sub.SubscriptionArn // those without one have a word in its place
				if _, ok := aws.ParseARN(arn); !ok {
					continue
				}
				r := aws.Resource(s, arn, arn[strings.LastIndex(arn, ":")+1:])
				r.Account = s.Account                         // the ARN holds the topic's account; the listing is of the caller's own
				r.Tags = inventory.Of[map[string]string](nil) // subscriptions have none
				topic := aws.Deref(sub.TopicArn)
				rows = append(rows, &Subscription{
					Resource: aws.Named(r, topic[strings.LastIndex(topic, ":")+1:]), Topic: topic,
					Protocol: inventory.FromPtr(sub.Protocol, inventory.Unanswered[string]("SNS ListSubscriptions", "Protocol")),
					Host:     host(aws.Deref(sub.Protocol), aws.Deref(sub.Endpoint)),
				})
			}
			return rows
		})
	},
}

// host is the host of a web address, without its user, path and query.
func host(protocol, endpoint string) string {
	if protocol != "http" && protocol != "https" {
		return ""
	}
	u, err := url.Parse(endpoint)
	if err != nil {
		return ""
	}
	return inventory.Scrub("", u.Hostname())
}
