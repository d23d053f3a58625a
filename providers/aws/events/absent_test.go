package events

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// Replication is on by default; a configuration of it has a state.
func TestAbsentReplication(t *testing.T) {
	for name, tc := range map[string]struct {
		c     *types.ReplicationConfig
		known bool
	}{"no configuration": {nil, true}, "no state": {&types.ReplicationConfig{}, false}} {
		var e awsfake.Estate
		awsfake.On(&e, func(c awsfake.Call, _ *eventbridge.ListEndpointsInput) (*eventbridge.ListEndpointsOutput, error) {
			if c.Region != "us-east-1" {
				return &eventbridge.ListEndpointsOutput{}, nil
			}
			return &eventbridge.ListEndpointsOutput{Endpoints: []types.Endpoint{{Name: new("a"), Arn: new("arn:aws:events:us-east-1:111122223333:endpoint/a"), ReplicationConfig: tc.c}}}, nil
		})
		row := awstest.Rows(t, awstest.Collect(t, &e, Endpoints), Endpoints)[0]
		if _, hidden := row.Replication.Gap(); hidden == tc.known {
			t.Errorf("%s: known %t", name, !hidden)
		}
		if _, hidden := row.State.Gap(); !hidden {
			t.Error("a state that the answer lacks is known")
		}
	}
}
