package ec2

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestSpotFleets(t *testing.T) {
	fleets := []types.SpotFleetRequestConfig{
		{SpotFleetRequestId: new("sfr-a"), SpotFleetRequestState: "active", SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
			LaunchSpecifications: []types.SpotFleetLaunchSpecification{{BlockDeviceMappings: []types.BlockDeviceMapping{
				{DeviceName: new("/dev/sdf"), Ebs: &types.EbsBlockDevice{Encrypted: new(true)}},
				{DeviceName: new("/dev/sdg"), Ebs: &types.EbsBlockDevice{}, NoDevice: new("")},
			}}}}},
		{SpotFleetRequestId: new("sfr-b"), SpotFleetRequestState: "cancelled"},
	}
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *ec2.DescribeSpotFleetRequestsInput) (*ec2.DescribeSpotFleetRequestsOutput, error) {
		if c.Region != "us-east-1" {
			return &ec2.DescribeSpotFleetRequestsOutput{}, nil
		}
		page, next := awsfake.Page(fleets, in.NextToken, 1)
		return &ec2.DescribeSpotFleetRequestsOutput{SpotFleetRequestConfigs: page, NextToken: next}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, SpotFleets), SpotFleets)
	if len(rows) != 2 || awstest.Value(t, rows[0].State) != "active" || awstest.Value(t, rows[0].Templates) != 0 {
		t.Fatalf("rows %+v", rows)
	}
	if v := awstest.Value(t, rows[0].Volumes); len(v) != 1 || v[0].Device != "/dev/sdf" || !awstest.Value(t, v[0].Encrypted) {
		t.Errorf("volumes %+v", v)
	}
	if _, hidden := rows[1].Volumes.Gap(); !hidden {
		t.Error("a fleet without its configuration is read as one without volumes")
	}
}
