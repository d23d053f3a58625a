// Package events collects Amazon EventBridge event buses and endpoints.
package events

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge/types"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A Bus is an event bus: the default one of a region, one of a partner's, or a
// custom one.
type Bus struct {
	inventory.Resource
	ManagedBy string // the AWS service that made it, if one did
	Policy    inventory.Known[trust.Policy]
}

// Buses lists the event buses, each with its policy.
var Buses = &inventory.Type[Bus]{
	Kind:    "aws.events.Bus",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"events:ListEventBuses"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Bus, error] {
		limit := int32(100)
		pages := aws.Pages(ctx, client(s).ListEventBuses, &eventbridge.ListEventBusesInput{Limit: &limit},
			func(out *eventbridge.ListEventBusesOutput) *string { return out.NextToken },
			func(in *eventbridge.ListEventBusesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *eventbridge.ListEventBusesOutput) (rows []*Bus) {
			for _, b := range out.EventBuses {
				rows = append(rows, &Bus{
					Resource: aws.Resource(s, aws.Deref(b.Arn), aws.Deref(b.Name)), ManagedBy: aws.Deref(b.ManagedBy),
					// A bus without a policy is listed without one (API
					// reference, EventBus: the member is optional and describes
					// "which other AWS accounts can write events to this event
					// bus"): only its own account may use it.
					Policy: trust.Attribute(s, "EventBridge ListEventBuses", b.Policy),
				})
			}
			return rows
		})
	},
}

// An Endpoint is a global endpoint, which moves events to a second region when
// the first fails.
type Endpoint struct {
	inventory.Resource
	State       inventory.Known[string] // ACTIVE, CREATING, DELETING, …
	Replication inventory.Known[bool]
}

// Endpoints lists the global endpoints of a region.
var Endpoints = &inventory.Type[Endpoint]{
	Kind:    "aws.events.Endpoint",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"events:ListEndpoints"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Endpoint, error] {
		pages := aws.Pages(ctx, client(s).ListEndpoints, &eventbridge.ListEndpointsInput{},
			func(out *eventbridge.ListEndpointsOutput) *string { return out.NextToken },
			func(in *eventbridge.ListEndpointsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *eventbridge.ListEndpointsOutput) (rows []*Endpoint) {
			for _, e := range out.Endpoints {
				r := aws.Resource(s, aws.Deref(e.Arn), aws.Deref(e.Name))
				r.Tags = inventory.Of[map[string]string](nil) // endpoints have none
				rows = append(rows, &Endpoint{
					Resource: r, State: said(string(e.State), "State"),
					// "The default state is ENABLED" (API reference, Endpoint).
					Replication: inventory.Of(true),
				})
				if c := e.ReplicationConfig; c != nil {
					rows[len(rows)-1].Replication = inventory.Map(said(string(c.State), "ReplicationConfig.State"),
						func(state string) bool { return state == string(types.ReplicationStateEnabled) })
				}
			}
			return rows
		})
	},
}

// said is a word that an answer about an endpoint must hold.
func said(word, what string) inventory.Known[string] {
	if word == "" {
		return inventory.Unanswered[string]("EventBridge ListEndpoints", what)
	}
	return inventory.Of(word)
}

func client(s inventory.Scope) *eventbridge.Client {
	return eventbridge.NewFromConfig(aws.Config(s, "events"))
}
