package ec2

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
	tagging "github.com/aws/aws-sdk-go-v2/service/resourcegroupstaggingapi"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestLaunchTemplates(t *testing.T) {
	versions := []types.LaunchTemplateVersion{
		{LaunchTemplateId: new("lt-a"), LaunchTemplateName: new("web"), VersionNumber: new(int64(4)), LaunchTemplateData: &types.ResponseLaunchTemplateData{
			MetadataOptions:   &types.LaunchTemplateInstanceMetadataOptions{HttpTokens: "required"},
			NetworkInterfaces: []types.LaunchTemplateInstanceNetworkInterfaceSpecification{{DeviceIndex: new(int32(0)), AssociatePublicIpAddress: new(true)}, {DeviceIndex: new(int32(1))}},
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMapping{
				{DeviceName: new("/dev/xvda"), Ebs: &types.LaunchTemplateEbsBlockDevice{Encrypted: new(true)}},
				{DeviceName: new("/dev/xvdb"), VirtualName: new("ephemeral0")},
				{DeviceName: new("/dev/xvdc"), Ebs: &types.LaunchTemplateEbsBlockDevice{SnapshotId: new("snap-1")}},
			},
		}},
		{LaunchTemplateId: new("lt-b"), LaunchTemplateData: &types.ResponseLaunchTemplateData{}},
		{LaunchTemplateId: new("lt-c")},
	}
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *ec2.DescribeLaunchTemplateVersionsInput) (*ec2.DescribeLaunchTemplateVersionsOutput, error) {
		if in.LaunchTemplateId != nil || len(in.Versions) != 1 || in.Versions[0] != "$Default" {
			t.Errorf("asked for %v of %v", in.Versions, in.LaunchTemplateId)
		}
		if c.Region != "us-east-1" {
			return &ec2.DescribeLaunchTemplateVersionsOutput{}, nil
		}
		page, next := awsfake.Page(versions, in.NextToken, 2)
		return &ec2.DescribeLaunchTemplateVersionsOutput{LaunchTemplateVersions: page, NextToken: next}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *tagging.GetResourcesInput) (*tagging.GetResourcesOutput, error) {
		return &tagging.GetResourcesOutput{}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, LaunchTemplates), LaunchTemplates)
	if len(rows) != 3 || rows[0].Name != "web" || rows[0].Version != 4 || rows[0].Full != "arn:aws:ec2:us-east-1:111122223333:launch-template/lt-a" {
		t.Fatalf("rows %+v", rows)
	}
	m := awstest.Value(t, rows[0].Metadata)
	if awstest.Value(t, m.HTTPTokens) != "required" || awstest.Value(t, m.HTTPEndpoint) != "" {
		t.Errorf("metadata %+v", m)
	}
	n := awstest.Value(t, rows[0].Network)
	if len(n) != 2 || !awstest.Value(t, n[0].AssociatePublicIP) || awstest.Value(t, n[1].AssociatePublicIP) {
		t.Errorf("network %+v", n)
	}
	v := awstest.Value(t, rows[0].Volumes)
	if len(v) != 2 || !awstest.Value(t, v[0].Encrypted) || v[1].SnapshotID != "snap-1" || awstest.Value(t, v[1].Encrypted) {
		t.Errorf("volumes %+v", v)
	}
	if m := awstest.Value(t, rows[1].Metadata); awstest.Value(t, m.HTTPTokens) != "" {
		t.Errorf("a template that leaves it open is read as %+v", m)
	}
	if _, hidden := rows[2].Metadata.Gap(); !hidden {
		t.Error("a version without its data is read as one that says nothing")
	}
}
