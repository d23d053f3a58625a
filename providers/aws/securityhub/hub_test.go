package securityhub

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/securityhub"
	"github.com/aws/aws-sdk-go-v2/service/securityhub/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// Off is knowledge; a refusal under the same code is not.
func TestHubs(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *securityhub.DescribeHubInput) (*securityhub.DescribeHubOutput, error) {
		switch c.Region {
		case "us-east-1":
			return &securityhub.DescribeHubOutput{HubArn: new("arn:aws:securityhub:us-east-1:111122223333:hub/default")}, nil
		case "eu-central-1":
			return nil, awsfake.Wrap(401, &types.InvalidAccessException{Message: new("Account 111122223333 is not subscribed to AWS Security Hub")})
		}
		return nil, awsfake.Wrap(401, &types.InvalidAccessException{Message: new("no")})
	})
	awsfake.On(&e, func(_ awsfake.Call, in *securityhub.GetEnabledStandardsInput) (*securityhub.GetEnabledStandardsOutput, error) {
		all := []types.StandardsSubscription{{StandardsArn: new("a"), StandardsStatus: types.StandardsStatusReady}, {StandardsArn: new("b"), StandardsStatus: types.StandardsStatusDeleting}}
		page, next := awsfake.Page(all, in.NextToken, 1)
		return &securityhub.GetEnabledStandardsOutput{StandardsSubscriptions: page, NextToken: next}, nil
	})
	inv := awstest.Collect(t, &e, HubStandards)
	for region, want := range map[string][2]int{"us-east-1": {1, 0}, "eu-central-1": {0, 0}, "ap-southeast-2": {0, 1}} {
		var gaps inventory.Gaps
		n := 0
		for h := range Hubs.In(inv, &gaps, region) {
			n++
			if s := awstest.Value(t, h.Standards); len(s) != 1 || s[0] != "a" {
				t.Errorf("standards %v", s)
			}
		}
		if n != want[0] || len(gaps) != want[1] {
			t.Errorf("%s: %d hubs, gaps %v", region, n, gaps)
		}
	}
}
