package demo

import (
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sns/types"

	"demarc/providers/aws/awsfake"
)

// A topic of the company; without a policy it has the one that SNS gives it.
type topic struct {
	name, key, policy string
	subscriptions     []types.Subscription
}

func topicARN(p place, name string) string {
	return "arn:aws:sns:" + p.region + ":" + p.account + ":" + name
}

var topics = map[place][]topic{
	{Shop, frankfurt}: {
		{name: "larkspur-orders", key: "alias/orders", subscriptions: []types.Subscription{
			{Protocol: new("sqs"), Endpoint: new("arn:aws:sqs:eu-central-1:111122223333:larkspur-orders")},
			{Protocol: new("lambda"), Endpoint: new("arn:aws:lambda:eu-central-1:111122223333:function:larkspur-order-mailer")},
		}},
		{name: "larkspur-stock", policy: allowed(`{"AWS":"arn:aws:iam::`+partner+`:root"}`, "sns:Subscribe", "arn:aws:sns:eu-central-1:111122223333:larkspur-stock", ""), subscriptions: []types.Subscription{
			{Protocol: new("https"), Endpoint: new("https://hooks.larkspur.example/stock")},
			{Protocol: new("http"), Endpoint: new("http://warehouse.larkspur.example/stock?key=not-a-real-one")},
		}},
	},
	{Shop, virginia}: {
		{name: "larkspur-alarms", key: "alias/trail", subscriptions: []types.Subscription{{Protocol: new("email"), Endpoint: new("security@larkspur.example")}}},
	},
	{Lab, virginia}: {
		{name: "larkspur-lab-events", policy: allowed(`{"AWS":"*"}`, "sns:*", "arn:aws:sns:us-east-1:444455556666:larkspur-lab-events", "")},
	},
}

func snsAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *sns.ListTopicsInput) (*sns.ListTopicsOutput, error) {
		page, next := awsfake.Page(topics[at(c)], in.NextToken, 1)
		out := &sns.ListTopicsOutput{NextToken: next}
		for _, t := range page {
			out.Topics = append(out.Topics, types.Topic{TopicArn: new(topicARN(at(c), t.name))})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *sns.GetTopicAttributesInput) (*sns.GetTopicAttributesOutput, error) {
		for _, t := range topics[at(c)] {
			if topicARN(at(c), t.name) != *in.TopicArn {
				continue
			}
			own := allowed(`{"AWS":"*"}`, "SNS:Publish", *in.TopicArn, `{"StringEquals":{"AWS:SourceOwner":"`+c.Account+`"}}`)
			a := map[string]string{"TopicArn": *in.TopicArn, "Owner": c.Account, "Policy": policyOf(own, t.policy), "SubscriptionsConfirmed": strconv.Itoa(len(t.subscriptions))}
			if t.key != "" {
				a["KmsMasterKeyId"] = t.key
			}
			return &sns.GetTopicAttributesOutput{Attributes: a}, nil
		}
		return nil, awsfake.Wrap(404, &types.NotFoundException{})
	})
	awsfake.On(e, func(c awsfake.Call, in *sns.ListSubscriptionsInput) (*sns.ListSubscriptionsOutput, error) {
		var all []types.Subscription
		for _, t := range topics[at(c)] {
			for i, s := range t.subscriptions {
				s.TopicArn, s.Owner = new(topicARN(at(c), t.name)), &c.Account
				s.SubscriptionArn = new(*s.TopicArn + ":5ab5c41b-0000-4000-8000-00000000000" + string(rune('1'+i)))
				all = append(all, s)
			}
		}
		page, next := awsfake.Page(all, in.NextToken, 3)
		return &sns.ListSubscriptionsOutput{Subscriptions: page, NextToken: next}, nil
	})
}
