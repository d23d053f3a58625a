package autoscaling

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/autoscaling"
	"github.com/aws/aws-sdk-go-v2/service/autoscaling/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestGroups(t *testing.T) {
	groups := []types.AutoScalingGroup{
		{
			AutoScalingGroupName: new("a"), AutoScalingGroupARN: new("arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:1:autoScalingGroupName/a"),
			AvailabilityZones: []string{"us-east-1a", "us-east-1b"}, HealthCheckType: new("EC2,ELB"), TargetGroupARNs: []string{"tg"},
			MixedInstancesPolicy: &types.MixedInstancesPolicy{LaunchTemplate: &types.LaunchTemplate{Overrides: []types.LaunchTemplateOverrides{
				{InstanceType: new("m7g.large")}, {InstanceType: new("m7g.large")}, {InstanceType: new("m6g.large")}}}},
			Tags: []types.TagDescription{{Key: new("team"), Value: new("web")}},
		},
		{
			AutoScalingGroupName: new("b"), AutoScalingGroupARN: new("arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:2:autoScalingGroupName/b"), AvailabilityZones: []string{"us-east-1a"}, HealthCheckType: new("EC2"), LaunchConfigurationName: new("old"),
			Status: new("Delete in progress"), TrafficSources: []types.TrafficSourceIdentifier{{Identifier: new("x"), Type: new("vpc-lattice")}},
		},
		{AutoScalingGroupName: new("c"), AutoScalingGroupARN: new("arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:3:autoScalingGroupName/c")},
	}
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *autoscaling.DescribeAutoScalingGroupsInput) (*autoscaling.DescribeAutoScalingGroupsOutput, error) {
		if c.Region != "us-east-1" {
			return &autoscaling.DescribeAutoScalingGroupsOutput{}, nil
		}
		page, next := awsfake.Page(groups, in.NextToken, 2)
		return &autoscaling.DescribeAutoScalingGroupsOutput{AutoScalingGroups: page, NextToken: next}, nil
	})
	byID := map[string]*Group{}
	for _, g := range awstest.Rows(t, awstest.Collect(t, &e, Groups), Groups) {
		byID[g.ID] = g
	}
	a, b, c := byID["a"], byID["b"], byID["c"]
	if len(byID) != 3 || a.Full != *groups[0].AutoScalingGroupARN || awstest.Value(t, a.Tags)["team"] != "web" {
		t.Fatalf("rows %+v", byID)
	}
	if i := awstest.Value(t, a.InstanceTypes); len(i.Names) != 2 || i.ByAttributes {
		t.Errorf("instance types %+v", i)
	}
	if h := awstest.Value(t, a.HealthChecks); len(h) != 2 || h[1] != "ELB" || !awstest.Value(t, a.LoadBalanced) || awstest.Value(t, a.Deleting) {
		t.Errorf("read as %+v", a)
	}
	if awstest.Value(t, b.LoadBalanced) || !awstest.Value(t, b.Deleting) || awstest.Value(t, b.LaunchConfiguration) != "old" {
		t.Errorf("read as %+v", b)
	}
	_, zones := c.Zones.Gap()
	_, health := c.HealthChecks.Gap()
	_, launch := c.LaunchConfiguration.Gap()
	if !zones || !health || !launch {
		t.Errorf("what is not in the answer is known: %+v", c)
	}
}
