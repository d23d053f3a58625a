package ec2

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func known[T any](k inventory.Known[T]) bool {
	_, hidden := k.Gap()
	return !hidden
}

// What an answer may leave out, and what it may not.
func TestAbsentParts(t *testing.T) {
	machine := func(public *string, all ...types.InstanceNetworkInterface) types.Instance {
		return types.Instance{PublicIpAddress: public, NetworkInterfaces: all}
	}
	with := func(a types.InstanceNetworkInterfaceAssociation) types.InstanceNetworkInterface {
		return types.InstanceNetworkInterface{Association: &a}
	}
	template := func(b types.LaunchTemplateBlockDeviceMapping) bool {
		d := &types.ResponseLaunchTemplateData{BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMapping{b}}
		var e awsfake.Estate
		s := awstest.Target(&e, awstest.Account).Scopes[1]
		return known(launchTemplate(s, types.LaunchTemplateVersion{LaunchTemplateId: new("lt"), LaunchTemplateData: d}).Volumes)
	}
	for name, tc := range map[string]struct{ got, want bool }{
		"no public address":              {known(publicIPs(machine(nil, types.InstanceNetworkInterface{}))), true},
		"no interface":                   {known(publicIPs(machine(nil))), false},
		"no interface, but an address":   {known(publicIPs(machine(new("3.0.0.1")))), true},
		"an association without address": {known(publicIPs(machine(nil, with(types.InstanceNetworkInterfaceAssociation{})))), false},
		"an address of the carrier's":    {known(publicIPs(machine(nil, with(types.InstanceNetworkInterfaceAssociation{CarrierIp: new("155.146.0.1")})))), true},
		"a volume":                       {template(types.LaunchTemplateBlockDeviceMapping{DeviceName: new("d"), Ebs: &types.LaunchTemplateEbsBlockDevice{}}), true},
		"a device that is left out":      {template(types.LaunchTemplateBlockDeviceMapping{DeviceName: new("d"), NoDevice: new("")}), true},
		"a device of no kind":            {template(types.LaunchTemplateBlockDeviceMapping{DeviceName: new("d")}), false},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: known %t, want %t", name, tc.got, tc.want)
		}
	}
}

// A reservation without instances and a fleet without a way to launch are
// answers that lack something.
func TestAbsentRows(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *ec2.DescribeInstancesInput) (*ec2.DescribeInstancesOutput, error) {
		if c.Region != "us-east-1" {
			return &ec2.DescribeInstancesOutput{}, nil
		}
		return &ec2.DescribeInstancesOutput{Reservations: []types.Reservation{{}}}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *ec2.DescribeSpotFleetRequestsInput) (*ec2.DescribeSpotFleetRequestsOutput, error) {
		if c.Region != "us-east-1" {
			return &ec2.DescribeSpotFleetRequestsOutput{}, nil
		}
		return &ec2.DescribeSpotFleetRequestsOutput{SpotFleetRequestConfigs: []types.SpotFleetRequestConfig{{SpotFleetRequestId: new("sfr-1"), SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{}}}}, nil
	})
	inv := awstest.Collect(t, &e, Instances, SpotFleets)
	var gaps inventory.Gaps
	for range Instances.All(inv, &gaps) {
	}
	if len(gaps) != 1 {
		t.Errorf("gaps %v", gaps)
	}
	if f := awstest.Rows(t, inv, SpotFleets)[0]; known(f.Volumes) || known(f.Templates) {
		t.Errorf("fleet %+v", f)
	}
}
