package lambda

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// What an answer may leave out, and what it may not.
func TestAbsentParts(t *testing.T) {
	urls := func(all ...types.FunctionUrlConfig) bool {
		var e awsfake.Estate
		awsfake.On(&e, func(c awsfake.Call, _ *lambda.ListFunctionsInput) (*lambda.ListFunctionsOutput, error) {
			return &lambda.ListFunctionsOutput{Functions: []types.FunctionConfiguration{{FunctionName: new("f"), FunctionArn: new(prefix + "f")}}}, nil
		})
		awsfake.On(&e, func(awsfake.Call, *lambda.ListFunctionUrlConfigsInput) (*lambda.ListFunctionUrlConfigsOutput, error) {
			return &lambda.ListFunctionUrlConfigsOutput{FunctionUrlConfigs: all}, nil
		})
		return known(awstest.Rows(t, awstest.Collect(t, &e, FunctionURLs), Functions)[0].URLs)
	}
	subnets := func(v *types.VpcConfigResponse) bool {
		return known(function(inventory.Scope{}, types.FunctionConfiguration{FunctionName: new("f"), FunctionArn: new(prefix + "f"), VpcConfig: v}).Subnets)
	}
	for name, tc := range map[string]struct{ got, want bool }{
		"no environment":                  {known(environment(nil)), true},
		"an environment without anything": {known(environment(&types.EnvironmentResponse{})), false},
		"an environment that is empty":    {known(environment(&types.EnvironmentResponse{Variables: map[string]string{}})), true},
		"no list of URLs":                 {urls(), false},
		"an empty list of URLs":           {urls([]types.FunctionUrlConfig{}...), true},
		"a URL without CORS":              {urls(types.FunctionUrlConfig{AuthType: "NONE", FunctionArn: new(prefix + "f")}), true},
		"a URL without authorization":     {urls(types.FunctionUrlConfig{FunctionArn: new(prefix + "f")}), false},
		"a URL of no function":            {urls(types.FunctionUrlConfig{AuthType: "NONE"}), false},
		"no VPC":                          {subnets(nil), true},
		"no VPC, as Lambda says":          {subnets(&types.VpcConfigResponse{VpcId: new("")}), true},
		"a VPC without subnets":           {subnets(&types.VpcConfigResponse{VpcId: new("vpc-1")}), false},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: known %t, want %t", name, tc.got, tc.want)
		}
	}
}

func known[T any](k inventory.Known[T]) bool {
	_, hidden := k.Gap()
	return !hidden
}
