package autoscaling

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestLaunchConfigurations(t *testing.T) {
	all := []types.LaunchConfiguration{
		{LaunchConfigurationName: new("bare"), LaunchConfigurationARN: new("arn:aws:autoscaling:us-east-1:111122223333:launchConfiguration:1:launchConfigurationName/bare"), UserData: new("c2VjcmV0")},
		{LaunchConfigurationName: new("set"), LaunchConfigurationARN: new("arn:aws:autoscaling:us-east-1:111122223333:launchConfiguration:2:launchConfigurationName/set"), AssociatePublicIpAddress: new(true), MetadataOptions: &types.InstanceMetadataOptions{HttpTokens: "required", HttpEndpoint: "enabled"}},
	}
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *autoscaling.DescribeLaunchConfigurationsInput) (*autoscaling.DescribeLaunchConfigurationsOutput, error) {
		if c.Region != "us-east-1" {
			return &autoscaling.DescribeLaunchConfigurationsOutput{}, nil
		}
		page, next := awsfake.Page(all, in.NextToken, 1)
		return &autoscaling.DescribeLaunchConfigurationsOutput{LaunchConfigurations: page, NextToken: next}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, LaunchConfigurations), LaunchConfigurations)
	if len(rows) != 2 {
		t.Fatalf("rows %+v", rows)
	}
	bare, set := rows[0], rows[1]
	if awstest.Value(t, bare.HTTPTokens) != "optional" || awstest.Value(t, bare.HTTPEndpoint) != "enabled" || awstest.Value(t, bare.AssociatePublicIP) {
		t.Errorf("nothing specified: %+v", bare)
	}
	if awstest.Value(t, set.HTTPTokens) != "required" || !awstest.Value(t, set.AssociatePublicIP) {
		t.Errorf("specified: %+v", set)
	}
}
