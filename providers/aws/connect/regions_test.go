package connect

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/account"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	provider "demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// An account without regions does not exist: an answer without them, or with
// one that it does not name, leaves the regions unknown.
func TestAbsentRegions(t *testing.T) {
	for name, tc := range map[string]struct {
		regions []types.Region
		scopes  int
		known   bool
	}{
		"two, one of which is off": {[]types.Region{{RegionName: new("us-east-1"), OptInStatus: new("opt-in-not-required")}, {RegionName: new("me-south-1"), OptInStatus: new("not-opted-in")}}, 2, true},
		"none":                     {nil, 2, false},
		"one without a name":       {[]types.Region{{RegionName: new("us-east-1")}, {}}, 2, false},
	} {
		var e awsfake.Estate
		awsfake.On(&e, func(awsfake.Call, *account.GetAccountInformationInput) (*account.GetAccountInformationOutput, error) {
			return &account.GetAccountInformationOutput{}, nil
		})
		awsfake.On(&e, func(awsfake.Call, *ec2.DescribeRegionsInput) (*ec2.DescribeRegionsOutput, error) {
			return &ec2.DescribeRegionsOutput{Regions: tc.regions}, nil
		})
		sess := provider.From(awstest.Target(&e, awstest.Account).Scopes[0])
		a, err := AccountOf(t.Context(), sess, nil)
		if err != nil || len(a.Scopes) != tc.scopes || (len(a.Closed) == 0) != tc.known {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
		for _, c := range a.Closed {
			if c.Gap.Reason != inventory.Failed || c.Gap.Call != "EC2 DescribeRegions" {
				t.Errorf("%s: %+v", name, c)
			}
		}
	}
}
