// Package sqs collects Amazon SQS queues.
package sqs

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A Queue is an SQS queue.
type Queue struct {
	inventory.Resource
	URL        string
	Attributes inventory.Known[Attributes] `fetch:"-"`
}

// Attributes are the attributes of a queue that checks look at.
type Attributes struct {
	Policy     inventory.Known[trust.Policy]
	KMSKey     inventory.Known[string] // empty: KMS does not encrypt the messages
	ManagedSSE inventory.Known[bool]   // SQS encrypts them with a key of its own
}

// Queues lists the queues of a region.
var Queues = &inventory.Type[Queue]{
	Kind:     "aws.sqs.Queue",
	Level:    inventory.AtRegion,
	Model:    inventory.Serverless,
	Workload: true,
	Actions:  []string{"sqs:ListQueues"},
	Tags:     aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Queue, error] {
		max := int32(1000) // without it the answer ends after 1000 queues and has no token
		pages := aws.Pages(ctx, client(s).ListQueues, &sqs.ListQueuesInput{MaxResults: &max},
			func(out *sqs.ListQueuesOutput) *string { return out.NextToken },
			func(in *sqs.ListQueuesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *sqs.ListQueuesOutput) (rows []*Queue) {
			for _, url := range out.QueueUrls {
				name := url[strings.LastIndex(url, "/")+1:]
				rows = append(rows, &Queue{Resource: aws.Resource(s, aws.MakeARN(s, "sqs", "%s", name), name), URL: url})
			}
			return rows
		})
	},
}

// QueueAttributes fetches Queue.Attributes. Asked for all attributes, SQS
// leaves out those that are not set: a queue without a policy is open to its
// own account alone.
var QueueAttributes = &inventory.Field[Queue, Attributes]{
	Of: Queues, Column: "attributes", Actions: []string{"sqs:GetQueueAttributes"},
	At: func(q *Queue) *inventory.Known[Attributes] { return &q.Attributes },
	Fetch: func(ctx context.Context, s inventory.Scope, q *Queue) (Attributes, error) {
		out, err := client(s).GetQueueAttributes(ctx, &sqs.GetQueueAttributesInput{
			QueueUrl: &q.URL, AttributeNames: []types.QueueAttributeName{types.QueueAttributeNameAll},
		})
		// The second code is the one of SQS's older protocol, which the SDK
		// gives where the service still names it.
		if aws.Code(err, "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue") {
			return Attributes{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
		}
		if err != nil {
			return Attributes{}, err
		}
		if out.Attributes["QueueArn"] == "" {
			return Attributes{}, aws.ErrBroken
		}
		const call = "SQS GetQueueAttributes"
		text := out.Attributes["Policy"]
		a := Attributes{
			Policy:     trust.Attribute(s, call, &text),
			KMSKey:     inventory.Of(out.Attributes["KmsMasterKeyId"]),
			ManagedSSE: inventory.Unanswered[bool](call, "SqsManagedSseEnabled"), // the reference gives no default
		}
		if on, ok := out.Attributes["SqsManagedSseEnabled"]; ok {
			a.ManagedSSE = inventory.Of(on == "true")
		}
		return a, nil
	},
}

func client(s inventory.Scope) *sqs.Client { return sqs.NewFromConfig(aws.Config(s, "sqs")) }
