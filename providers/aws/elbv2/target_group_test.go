package elbv2

import (
	"testing"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestTargetGroups(t *testing.T) {
	e := answering()
	groups := []types.TargetGroup{
		{TargetGroupArn: new("arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/a/1"), TargetGroupName: new("a"), TargetType: "ip", Protocol: "HTTPS", HealthCheckProtocol: "HTTPS"},
		{TargetGroupArn: new("arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/b/1"), TargetGroupName: new("b"), TargetType: "lambda"},
	}
	awsfake.On(e, func(c awsfake.Call, in *elbv2.DescribeTargetGroupsInput) (*elbv2.DescribeTargetGroupsOutput, error) {
		if c.Region != "us-east-1" {
			return &elbv2.DescribeTargetGroupsOutput{}, nil
		}
		page, next := awsfake.Page(groups, in.Marker, 1)
		return &elbv2.DescribeTargetGroupsOutput{TargetGroups: page, NextMarker: next}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, e, TargetGroups), TargetGroups)
	if len(rows) != 2 || rows[0].ID != "a" || awstest.Value(t, rows[0].Protocol) != "HTTPS" || awstest.Value(t, rows[1].Protocol) != "" {
		t.Fatalf("rows %+v", rows)
	}
	if _, hidden := rows[1].HealthCheckProtocol.Gap(); !hidden {
		t.Error("the answer did not give the health check's protocol")
	}
}
