package lambda

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestZones(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *lambda.ListFunctionsInput) (*lambda.ListFunctionsOutput, error) {
		out := &lambda.ListFunctionsOutput{}
		in := func(name string, subnets ...string) {
			out.Functions = append(out.Functions, types.FunctionConfiguration{FunctionName: &name, FunctionArn: new(prefix + name), VpcConfig: &types.VpcConfigResponse{SubnetIds: subnets}})
		}
		if c.Region == "us-east-1" {
			in("a-none")
			in("b-two", "subnet-1", "subnet-2", "subnet-3")
			in("c-lost", "subnet-1", "subnet-9")
		}
		return out, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *ec2.DescribeSubnetsInput) (*ec2.DescribeSubnetsOutput, error) {
		zones := map[string]string{"subnet-1": "us-east-1a", "subnet-2": "us-east-1b", "subnet-3": "us-east-1a"}
		page, next := awsfake.Page(in.Filters[0].Values, in.NextToken, 2)
		out := &ec2.DescribeSubnetsOutput{NextToken: next}
		for _, id := range page {
			if zone := zones[id]; zone != "" {
				out.Subnets = append(out.Subnets, ec2types.Subnet{SubnetId: &id, AvailabilityZone: &zone})
			}
		}
		return out, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, FunctionZones), Functions)
	if len(rows) != 3 || len(awstest.Value(t, rows[0].Zones)) != 0 || !slices.Equal(awstest.Value(t, rows[1].Zones), []string{"us-east-1a", "us-east-1b"}) {
		t.Fatalf("rows %+v", rows)
	}
	if _, hidden := rows[2].Zones.Gap(); !hidden {
		t.Errorf("a subnet that was not found has a zone: %+v", rows[2].Zones)
	}
}
