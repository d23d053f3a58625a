// Package health collects the open events of the AWS Health Dashboard that are
// AWS's own.
package health

import (
	"context"
	"iter"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/health"
	"github.com/aws/aws-sdk-go-v2/service/health/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Event is an issue or a scheduled change of a service that is open or
// ahead. Where lies in its resource's region, empty for events of all regions.
type Event struct {
	inventory.Resource
	Service inventory.Known[string] // "EC2"
	Status  inventory.Known[string] // "open", "upcoming"
	Start   inventory.Known[time.Time]
}

// Events lists them. The API is for accounts with a Business, Enterprise
// On-Ramp or Enterprise support plan; others are refused it.
var Events = &inventory.Type[Event]{
	Kind: "aws.health.Event", Level: inventory.AtAccount, Model: inventory.Account, Actions: []string{"health:DescribeEvents"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Event, error] {
		pages := aws.Pages(ctx, client(s).DescribeEvents,
			&health.DescribeEventsInput{Filter: &types.EventFilter{EventStatusCodes: []types.EventStatusCode{types.EventStatusCodeOpen, types.EventStatusCodeUpcoming}}},
			func(o *health.DescribeEventsOutput) *string { return o.NextToken },
			func(in *health.DescribeEventsInput, t *string) { in.NextToken = t })
		return aws.List(pages, func(o *health.DescribeEventsOutput) (rows []*Event) {
			for _, e := range o.Events {
				rows = append(rows, eventOf(s, e))
			}
			return rows
		})
	},
}

// client is where the partition's active endpoint is ("Accessing the AWS
// Health API").
func client(s inventory.Scope) *health.Client {
	region := map[string]string{"aws": "us-east-1", "aws-us-gov": "us-gov-west-1", "aws-cn": "cn-northwest-1"}[aws.From(s).Partition]
	return health.NewFromConfig(aws.ConfigIn(s, "health", region))
}

func eventOf(s inventory.Scope, e types.Event) *Event {
	const call = "Health DescribeEvents"
	code := ""
	if e.EventTypeCode != nil {
		code = *e.EventTypeCode
	}
	arn := ""
	if e.Arn != nil {
		arn = *e.Arn
	}
	out := &Event{
		Resource: inventory.Resource{ID: arn, Full: arn, Name: code, Account: s.Account, Tags: inventory.Of(map[string]string(nil))},
		Service:  inventory.FromPtr(e.Service, inventory.Unanswered[string](call, "service")),
		Status:   inventory.Of(string(e.StatusCode)),
		Start:    inventory.FromPtr(e.StartTime, inventory.Unanswered[time.Time](call, "startTime")),
	}
	if e.Region != nil && *e.Region != "global" {
		out.Region = *e.Region
	}
	return out
}
