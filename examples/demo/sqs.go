package demo

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"demarc/providers/aws/awsfake"
)

// A queue of the company.
type queue struct {
	name, key string
	sse       bool
	policy    string // one statement; none where empty
}

func queueARN(p place, name string) string {
	return "arn:aws:sqs:" + p.region + ":" + p.account + ":" + name
}

var queues = map[place][]queue{
	{Shop, frankfurt}: {
		{name: "larkspur-orders", key: "alias/orders", policy: allowed(`"*"`, "sqs:SendMessage", "arn:aws:sqs:eu-central-1:111122223333:larkspur-orders", `{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-central-1:111122223333:larkspur-orders"}}`)},
		{name: "larkspur-orders-failed"}, // older than encryption by default
		{name: "larkspur-supplier-in", sse: true, policy: allowed(`{"AWS":"`+partner+`"}`, "sqs:SendMessage", "arn:aws:sqs:eu-central-1:111122223333:larkspur-supplier-in", "")},
	},
	{Lab, virginia}: {
		{name: "larkspur-lab-jobs", sse: true, policy: allowed(`"*"`, "sqs:*", "arn:aws:sqs:us-east-1:444455556666:larkspur-lab-jobs", "")},
	},
}

func sqsAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *sqs.ListQueuesInput) (*sqs.ListQueuesOutput, error) {
		page, next := awsfake.Page(queues[at(c)], in.NextToken, 2)
		out := &sqs.ListQueuesOutput{NextToken: next}
		for _, q := range page {
			out.QueueUrls = append(out.QueueUrls, "https://sqs."+c.Region+".amazonaws.com/"+c.Account+"/"+q.name)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *sqs.GetQueueAttributesInput) (*sqs.GetQueueAttributesOutput, error) {
		for _, q := range queues[at(c)] {
			if !strings.HasSuffix(*in.QueueUrl, "/"+q.name) {
				continue
			}
			a := map[string]string{"QueueArn": queueARN(at(c), q.name), "SqsManagedSseEnabled": "false"}
			if q.sse {
				a["SqsManagedSseEnabled"] = "true"
			}
			if q.key != "" {
				a["KmsMasterKeyId"] = q.key
			}
			if q.policy != "" {
				a["Policy"] = policyOf(q.policy)
			}
			return &sqs.GetQueueAttributesOutput{Attributes: a}, nil
		}
		return nil, awsfake.Wrap(400, &types.QueueDoesNotExist{})
	})
}
