package events

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestEvents(t *testing.T) {
	var e awsfake.Estate
	all := []types.EventBus{
		{Name: new("default"), Arn: new("arn:aws:events:us-east-1:111122223333:event-bus/default")},
		{Name: new("open"), Arn: new("arn:aws:events:us-east-1:111122223333:event-bus/open"), Policy: new(`{"Statement":{"Effect":"Allow","Principal":"*","Action":"events:PutEvents","Resource":"*"}}`)},
		{Name: new("torn"), Arn: new("arn:aws:events:us-east-1:111122223333:event-bus/torn"), Policy: new(`{`)},
	}
	awsfake.On(&e, func(c awsfake.Call, in *eventbridge.ListEventBusesInput) (*eventbridge.ListEventBusesOutput, error) {
		if c.Region != "us-east-1" {
			return &eventbridge.ListEventBusesOutput{}, nil
		}
		page, next := awsfake.Page(all, in.NextToken, 1)
		return &eventbridge.ListEventBusesOutput{EventBuses: page, NextToken: next}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *eventbridge.ListEndpointsInput) (*eventbridge.ListEndpointsOutput, error) {
		if c.Region != "us-east-1" {
			return &eventbridge.ListEndpointsOutput{}, nil
		}
		return &eventbridge.ListEndpointsOutput{Endpoints: []types.Endpoint{
			{Name: new("a"), Arn: new("arn:aws:events:us-east-1:111122223333:endpoint/a"), State: types.EndpointStateActive},
			{Name: new("b"), Arn: new("arn:aws:events:us-east-1:111122223333:endpoint/b"), ReplicationConfig: &types.ReplicationConfig{State: types.ReplicationStateDisabled}},
		}}, nil
	})
	inv := awstest.Collect(t, &e, Buses, Endpoints)
	buses := awstest.Rows(t, inv, Buses)
	if len(buses) != 3 {
		t.Fatalf("%d buses, want 3", len(buses))
	}
	if p := awstest.Value(t, buses[0].Policy); p.Document != nil {
		t.Error("a bus without a policy has one")
	}
	if p := awstest.Value(t, buses[1].Policy); p.Document == nil {
		t.Error("the policy is lost")
	}
	if _, hidden := buses[2].Policy.Gap(); !hidden {
		t.Error("a broken policy counts as known")
	}
	ends := awstest.Rows(t, inv, Endpoints)
	if len(ends) != 2 || !awstest.Value(t, ends[0].Replication) || awstest.Value(t, ends[1].Replication) {
		t.Errorf("endpoints %+v", ends)
	}
}
