package demo

import (
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge/types"

	"demarc/providers/aws/awsfake"
)

func busARN(p place, name string) string {
	return "arn:aws:events:" + p.region + ":" + p.account + ":event-bus/" + name
}

// The buses beside the default one of each region, by name, with who is let in.
var buses = map[place]map[string]string{
	{Shop, frankfurt}: {
		"larkspur-orders":   `{"AWS":"arn:aws:iam::` + Lab + `:root"}`,
		"larkspur-supplier": `{"AWS":"arn:aws:iam::` + partner + `:root"}`,
		"larkspur-returns":  "",
	},
	{Lab, virginia}: {"larkspur-lab-bus": `"*"`},
}

func eventsAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *eventbridge.ListEventBusesInput) (*eventbridge.ListEventBusesOutput, error) {
		page, next := awsfake.Page(append([]string{"default"}, slices.Sorted(maps.Keys(buses[at(c)]))...), in.NextToken, 2)
		out := &eventbridge.ListEventBusesOutput{NextToken: next}
		for _, name := range page {
			b := types.EventBus{Name: &name, Arn: new(busARN(at(c), name))}
			if who := buses[at(c)][name]; who != "" {
				b.Policy = new(policyOf(allowed(who, "events:PutEvents", *b.Arn, "")))
			}
			out.EventBuses = append(out.EventBuses, b)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *eventbridge.ListEndpointsInput) (*eventbridge.ListEndpointsOutput, error) {
		out := &eventbridge.ListEndpointsOutput{}
		if at(c) == (place{Shop, frankfurt}) {
			for _, name := range []string{"larkspur-orders", "larkspur-returns"} {
				state := types.ReplicationStateEnabled
				if name == "larkspur-returns" {
					state = types.ReplicationStateDisabled
				}
				out.Endpoints = append(out.Endpoints, types.Endpoint{
					Name: &name, Arn: new("arn:aws:events:" + c.Region + ":" + c.Account + ":endpoint/" + name),
					State: types.EndpointStateActive, ReplicationConfig: &types.ReplicationConfig{State: state},
				})
			}
		}
		return out, nil
	})
}
