package sns

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sns/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// A subscription that awaits confirmation says so where its ARN would be; one
// that says nothing may be any.
func TestAbsentSubscriptionARN(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *sns.ListSubscriptionsInput) (*sns.ListSubscriptionsOutput, error) {
		switch c.Region {
		case "us-east-1":
			return &sns.ListSubscriptionsOutput{Subscriptions: []types.Subscription{{SubscriptionArn: new("PendingConfirmation")}}}, nil
		case "eu-central-1":
			return &sns.ListSubscriptionsOutput{Subscriptions: []types.Subscription{{}}}, nil
		}
		return &sns.ListSubscriptionsOutput{}, nil
	})
	inv := awstest.Collect(t, &e, Subscriptions)
	var gaps inventory.Gaps
	for s := range Subscriptions.All(inv, &gaps) {
		t.Errorf("a row %+v", s)
	}
	if len(gaps) != 1 {
		t.Errorf("gaps %v", gaps)
	}
}
