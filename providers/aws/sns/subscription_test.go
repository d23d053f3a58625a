package sns

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sns/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestSubscriptions(t *testing.T) {
	var e awsfake.Estate
	all := []types.Subscription{
		{SubscriptionArn: new(prefix + "orders:1"), TopicArn: new(prefix + "orders"), Protocol: new("http"), Endpoint: new("http://u:canary@hooks.example.com/canary?canary=1")},
		{SubscriptionArn: new("PendingConfirmation"), TopicArn: new(prefix + "orders"), Protocol: new("email"), Endpoint: new("canary@example.com")},
		{SubscriptionArn: new("arn:aws:sns:us-east-1:999988887777:theirs:2"), TopicArn: new("arn:aws:sns:us-east-1:999988887777:theirs"), Protocol: new("email"), Endpoint: new("canary@example.com")},
	}
	awsfake.On(&e, func(c awsfake.Call, in *sns.ListSubscriptionsInput) (*sns.ListSubscriptionsOutput, error) {
		if c.Region != "us-east-1" {
			return &sns.ListSubscriptionsOutput{}, nil
		}
		page, next := awsfake.Page(all, in.NextToken, 1)
		return &sns.ListSubscriptionsOutput{Subscriptions: page, NextToken: next}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, Subscriptions), Subscriptions)
	if len(rows) != 2 || rows[0].Host != "hooks.example.com" || rows[0].Name != "orders" || rows[1].Account != awstest.Account || rows[1].Host != "" {
		t.Fatalf("rows %+v", rows)
	}
	if b, err := json.Marshal(rows); err != nil || strings.Contains(string(b), "canary") {
		t.Errorf("the rows hold an endpoint: %s %v", b, err)
	}
}
