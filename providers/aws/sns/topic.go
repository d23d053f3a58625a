// Package sns collects Amazon SNS topics and the account's subscriptions.
package sns

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/sns"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A Topic is an SNS topic.
type Topic struct {
	inventory.Resource
	Attributes inventory.Known[Attributes] `fetch:"-"`
}

// Attributes are the attributes of a topic that checks look at.
type Attributes struct {
	Policy inventory.Known[trust.Policy]
	KMSKey inventory.Known[string] // the key that encrypts messages at rest; empty: none of KMS
	// Subscribers is how many confirmed subscriptions the topic has, of
	// whatever account.
	Subscribers inventory.Known[int]
}

// Topics lists the topics of a region.
var Topics = &inventory.Type[Topic]{
	Kind:     "aws.sns.Topic",
	Level:    inventory.AtRegion,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"sns:ListTopics"},
	Tags:     aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Topic, error] {
		pages := aws.Pages(ctx, client(s).ListTopics, &sns.ListTopicsInput{},
			func(out *sns.ListTopicsOutput) *string { return out.NextToken },
			func(in *sns.ListTopicsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *sns.ListTopicsOutput) (rows []*Topic) {
			for _, t := range out.Topics {
				arn := *t.TopicArn
				rows = append(rows, &Topic{Resource: aws.Resource(s, arn, arn[strings.LastIndex(arn, ":")+1:])})
			}
			return rows
		})
	},
}

// TopicAttributes fetches Topic.Attributes. Every topic has a policy, made
// with it and open to its owner alone; the API reference says that what is
// answered "might differ based on the authorization of the user". So an answer
// without the policy is one that leaves things out, the key perhaps too.
var TopicAttributes = &inventory.Field[Topic, Attributes]{
	Of: Topics, Column: "attributes", Actions: []string{"sns:GetTopicAttributes"},
	At: func(t *Topic) *inventory.Known[Attributes] { return &t.Attributes },
	Fetch: func(ctx context.Context, s inventory.Scope, t *Topic) (Attributes, error) {
		out, err := client(s).GetTopicAttributes(ctx, &sns.GetTopicAttributesInput{TopicArn: &t.Full})
		if aws.Code(err, "NotFound", "NotFoundException") {
			return Attributes{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
		}
		if err != nil {
			return Attributes{}, err
		}
		const call = "SNS GetTopicAttributes"
		subscribers := inventory.Unanswered[int](call, "SubscriptionsConfirmed")
		if n, err := strconv.Atoi(out.Attributes["SubscriptionsConfirmed"]); err == nil {
			subscribers = inventory.Of(n)
		}
		text := out.Attributes["Policy"]
		if text == "" {
			return Attributes{
				Policy: inventory.Unanswered[trust.Policy](call, "Policy"),
				KMSKey: inventory.Unanswered[string](call, "Policy, and may lack KmsMasterKeyId"), Subscribers: subscribers,
			}, nil
		}
		return Attributes{
			Policy: trust.Attribute(s, call, &text),
			KMSKey: inventory.Of(out.Attributes["KmsMasterKeyId"]), // there only where encryption with KMS is on

			Subscribers: subscribers,
		}, nil
	},
}

func client(s inventory.Scope) *sns.Client { return sns.NewFromConfig(aws.Config(s, "sns")) }
