package cloudwatch

import (
	"testing"

	logs "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// A resource policy is its document: one without is not one that lets nobody in.
func TestAbsentDocument(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *logs.DescribeResourcePoliciesInput) (*logs.DescribeResourcePoliciesOutput, error) {
		if c.Region != "us-east-1" {
			return &logs.DescribeResourcePoliciesOutput{}, nil
		}
		return &logs.DescribeResourcePoliciesOutput{ResourcePolicies: []types.ResourcePolicy{{PolicyName: new("p")}}}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, ResourcePolicies), ResourcePolicies)
	if _, hidden := rows[0].Policy.Gap(); len(rows) != 1 || !hidden {
		t.Errorf("the policy is %+v", rows[0].Policy)
	}
}
