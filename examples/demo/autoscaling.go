package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling/types"

	"demarc/providers/aws/awsfake"
)

var scalingGroups = map[place][]types.AutoScalingGroup{
	{Shop, frankfurt}: {
		{
			AutoScalingGroupName: new("larkspur-shop-web"), AvailabilityZones: []string{"eu-central-1a", "eu-central-1b", "eu-central-1c"},
			HealthCheckType: new("EC2,ELB"), TargetGroupARNs: []string{targetGroupARN(Shop, frankfurt, "larkspur-shop-web")},
			MixedInstancesPolicy: &types.MixedInstancesPolicy{LaunchTemplate: &types.LaunchTemplate{
				LaunchTemplateSpecification: &types.LaunchTemplateSpecification{LaunchTemplateId: new("lt-0shopweb00000001")},
				Overrides:                   []types.LaunchTemplateOverrides{{InstanceType: new("m7g.large")}, {InstanceType: new("m6g.large")}},
			}},
			Tags: []types.TagDescription{{Key: new("team"), Value: new("web")}},
		},
		{
			AutoScalingGroupName: new("larkspur-shop-batch"), AvailabilityZones: []string{"eu-central-1a"}, HealthCheckType: new("EC2"),
			LaunchConfigurationName: new("larkspur-shop-batch-v3"),
		},
	},
	{Lab, virginia}: {
		{
			AutoScalingGroupName: new("larkspur-lab-runners"), AvailabilityZones: []string{"us-east-1a"}, HealthCheckType: new("EC2"),
			LaunchConfigurationName: new("larkspur-lab-runners-v1"), TargetGroupARNs: []string{targetGroupARN(Lab, virginia, "larkspur-lab-demo")},
		},
		{
			AutoScalingGroupName: new("larkspur-lab-old"), AvailabilityZones: []string{"us-east-1a"}, HealthCheckType: new("EC2"),
			LaunchConfigurationName: new("larkspur-lab-runners-v1"), Status: new("Delete in progress"),
		},
	},
}

var launchConfigurations = map[place][]types.LaunchConfiguration{
	{Shop, frankfurt}: {{
		LaunchConfigurationName: new("larkspur-shop-batch-v3"), AssociatePublicIpAddress: new(false),
		MetadataOptions: &types.InstanceMetadataOptions{HttpTokens: types.InstanceMetadataHttpTokensStateRequired, HttpEndpoint: types.InstanceMetadataEndpointStateEnabled},
	}},
	{Lab, virginia}: {
		{LaunchConfigurationName: new("larkspur-lab-runners-v1"), AssociatePublicIpAddress: new(true)},
		{LaunchConfigurationName: new("larkspur-lab-runners-v0")},
	},
}

func autoscalingAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *autoscaling.DescribeAutoScalingGroupsInput) (*autoscaling.DescribeAutoScalingGroupsOutput, error) {
		page, next := awsfake.Page(scalingGroups[at(c)], in.NextToken, 1)
		out := &autoscaling.DescribeAutoScalingGroupsOutput{NextToken: next}
		for _, g := range page {
			g.AutoScalingGroupARN = new(scalingARN(c, "autoScalingGroup", *g.AutoScalingGroupName))
			out.AutoScalingGroups = append(out.AutoScalingGroups, g)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *autoscaling.DescribeLaunchConfigurationsInput) (*autoscaling.DescribeLaunchConfigurationsOutput, error) {
		page, next := awsfake.Page(launchConfigurations[at(c)], in.NextToken, 1)
		out := &autoscaling.DescribeLaunchConfigurationsOutput{NextToken: next}
		for _, l := range page {
			l.LaunchConfigurationARN = new(scalingARN(c, "launchConfiguration", *l.LaunchConfigurationName))
			out.LaunchConfigurations = append(out.LaunchConfigurations, l)
		}
		return out, nil
	})
}

func scalingARN(c awsfake.Call, kind, name string) string {
	return "arn:aws:autoscaling:" + c.Region + ":" + c.Account + ":" + kind + ":11112222-3333-4444-5555-666677778888:" + kind + "Name/" + name
}
