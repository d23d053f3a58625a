package rds

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/rds"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An EventSubscription sends events of RDS to an SNS topic.
type EventSubscription struct {
	inventory.Resource
	Enabled    inventory.Known[bool]
	Status     inventory.Known[string]   // creating, modifying, deleting, active, no-permission, topic-not-exist
	SourceType inventory.Known[string]   // db-instance, db-cluster, db-parameter-group, …; empty: all of them
	SourceIDs  inventory.Known[[]string] // empty: every source of the type
	Categories inventory.Known[[]string] // empty: every category of the type
}

// EventSubscriptions lists the subscriptions. What a subscription leaves out it
// does not narrow down: CreateEventSubscription, "if you don't specify either
// the SourceType or the SourceIds, you are notified of events generated from
// all RDS sources", and the categories are optional in the same way.
var EventSubscriptions = &inventory.Type[EventSubscription]{
	Kind:    "aws.rds.EventSubscription",
	Level:   inventory.AtRegion,
	Model:   inventory.PaaS,
	Actions: []string{"rds:DescribeEventSubscriptions"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*EventSubscription, error] {
		const call = "RDS DescribeEventSubscriptions"
		pages := aws.Pages(ctx, client(s).DescribeEventSubscriptions, &rds.DescribeEventSubscriptionsInput{MaxRecords: new(int32(most))},
			func(out *rds.DescribeEventSubscriptionsOutput) *string { return out.Marker },
			func(in *rds.DescribeEventSubscriptionsInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *rds.DescribeEventSubscriptionsOutput) (rows []*EventSubscription) {
			for _, e := range out.EventSubscriptionsList {
				id, arn := *e.CustSubscriptionId, aws.Deref(e.EventSubscriptionArn)
				if arn == "" {
					arn = aws.MakeARN(s, "rds", "es:%s", id)
				}
				rows = append(rows, &EventSubscription{
					Resource:   aws.Resource(s, arn, id),
					Enabled:    inventory.FromPtr(e.Enabled, inventory.Unanswered[bool](call, "Enabled")),
					Status:     inventory.FromPtr(e.Status, inventory.Unanswered[string](call, "Status")),
					SourceType: inventory.FromPtr(e.SourceType, inventory.Of("")),
					SourceIDs:  inventory.Of(e.SourceIdsList),
					Categories: inventory.Of(e.EventCategoriesList),
				})
			}
			return rows
		})
	},
}
