package health

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/health"
	"github.com/aws/aws-sdk-go-v2/service/health/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func TestEvents(t *testing.T) {
	var e awsfake.Estate
	at := time.Date(2026, 11, 24, 6, 0, 0, 0, time.UTC)
	awsfake.On(&e, func(c awsfake.Call, in *health.DescribeEventsInput) (*health.DescribeEventsOutput, error) {
		if c.Region != "us-east-1" || len(in.Filter.EventStatusCodes) != 2 {
			t.Errorf("asked in %s for %v", c.Region, in.Filter.EventStatusCodes)
		}
		return &health.DescribeEventsOutput{Events: []types.Event{
			{Arn: new("arn:aws:health:eu-west-1::event/EC2/A/1"), EventTypeCode: new("AWS_EC2_OPERATIONAL_ISSUE"), Service: new("EC2"), Region: new("eu-west-1"), StatusCode: types.EventStatusCodeOpen, StartTime: &at},
			{Arn: new("arn:aws:health:global::event/IAM/B/1"), EventTypeCode: new("AWS_IAM_OPERATIONAL_ISSUE"), Region: new("global"), StatusCode: types.EventStatusCodeOpen},
		}}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, Events), Events)
	if len(rows) != 2 || rows[0].Region != "" || rows[1].Region != "eu-west-1" || !awstest.Value(t, rows[1].Start).Equal(at) {
		t.Fatalf("%+v", rows)
	}
	if _, known := rows[0].Service.Peek(); known {
		t.Error("a service that is not named is known")
	}
}

// An account without a support plan is refused the API: nothing is known.
func TestEventsWithoutPlan(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *health.DescribeEventsInput) (*health.DescribeEventsOutput, error) {
		return nil, awsfake.Error(400, "SubscriptionRequiredException", "no plan")
	})
	var gaps inventory.Gaps
	for range Events.All(awstest.Collect(t, &e, Events), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Disabled {
		t.Errorf("%+v", gaps)
	}
}
