package ec2

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestVolumes(t *testing.T) {
	volumes := []types.Volume{
		{VolumeId: new("vol-a"), State: "in-use", Encrypted: new(true), Attachments: []types.VolumeAttachment{
			{InstanceId: new("i-1"), State: "attached"}, {InstanceId: new("i-2"), State: "detached"}}},
		{VolumeId: new("vol-b"), State: "in-use", Encrypted: new(false), Attachments: []types.VolumeAttachment{
			{InstanceOwningService: new("workspaces-web.amazonaws.com"), State: "attached"}}},
		{VolumeId: new("vol-c")},
	}
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *ec2.DescribeVolumesInput) (*ec2.DescribeVolumesOutput, error) {
		if c.Region != "us-east-1" {
			return &ec2.DescribeVolumesOutput{}, nil
		}
		page, next := awsfake.Page(volumes, in.NextToken, 2)
		return &ec2.DescribeVolumesOutput{Volumes: page, NextToken: next}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, Volumes), Volumes)
	if len(rows) != 3 {
		t.Fatalf("rows %v", rows)
	}
	if to := awstest.Value(t, rows[0].Attached); len(to) != 1 || to[0] != "i-1" {
		t.Errorf("attached to %v", to)
	}
	if by := awstest.Value(t, rows[1].Operator); by != "workspaces-web.amazonaws.com" {
		t.Errorf("managed by %q", by)
	}
	if _, hidden := rows[2].Encrypted.Gap(); !hidden {
		t.Error("encryption was not in the answer and is known")
	}
}
