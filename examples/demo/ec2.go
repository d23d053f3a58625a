package demo

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
)

// A machine is an instance; what is left out is as it should be, but for the
// role, the public address and the operator, which are then not there.
type machine struct {
	id, name, vpc string
	state         types.InstanceStateName
	stopped       *time.Time
	launched      int // days ago
	profile       string
	publicIP      string
	imdsv1        bool
	interfaces    int
	paravirtual   bool
	basic         bool // no detailed monitoring
	operator      string
}

var ec2Machines = map[place][]machine{
	{Shop, frankfurt}: {
		{id: "i-0shopweb000000001", name: "larkspur-shop-web-1", vpc: shopVPC, launched: 40, profile: "shop-web"},
		{id: "i-0shopweb000000002", name: "larkspur-shop-web-2", vpc: shopVPC, launched: 412, profile: "shop-web", imdsv1: true},
		{id: "i-0shopbastion00001", name: "larkspur-shop-bastion", vpc: shopVPC, launched: 95, profile: "shop-operations", publicIP: "203.0.113.20", basic: true},
		{id: "i-0shopeksnode00001", vpc: shopVPC, launched: 3, profile: "eks-auto", interfaces: 3, operator: "eks.amazonaws.com"},
	},
	{Shop, virginia}: {
		{id: "i-0shopimport000001", name: "larkspur-shop-import", launched: 500, state: "stopped", stopped: daysAgo(91)},
	},
	{Lab, virginia}: {
		{id: "i-0labbuild00000001", name: "larkspur-lab-build", vpc: labVPC, launched: 30, publicIP: "198.51.100.7", imdsv1: true, interfaces: 2, basic: true},
		{id: "i-0labmodels0000001", name: "larkspur-lab-models", vpc: labVPC, launched: 12, profile: "lab-models"},
		{id: "i-0laboldbox0000001", name: "larkspur-lab-oldbox", vpc: labVPC, launched: 2100, imdsv1: true, paravirtual: true, basic: true},
		{id: "i-0labbroken0000001", vpc: labVPC, launched: 1, state: "shutting-down", imdsv1: true, basic: true},
		{id: "i-0labgone000000001", vpc: labVPC, launched: 2, state: "terminated", imdsv1: true, basic: true},
	},
	{Lab, sydney}: {
		{id: "i-0labtrial00000001", name: "larkspur-lab-trial", launched: 200, state: "stopped", stopped: daysAgo(9), profile: "lab-models", basic: true},
	},
}

func (m machine) instance(account string) types.Instance {
	i := types.Instance{
		InstanceId: &m.id, VpcId: &m.vpc, LaunchTime: daysAgo(m.launched), State: &types.InstanceState{Name: types.InstanceStateNameRunning},
		VirtualizationType: types.VirtualizationTypeHvm, Monitoring: &types.Monitoring{State: types.MonitoringStateEnabled},
		MetadataOptions:   &types.InstanceMetadataOptionsResponse{HttpTokens: types.HttpTokensStateRequired, HttpEndpoint: types.InstanceMetadataEndpointStateEnabled, HttpPutResponseHopLimit: new(int32(1))},
		NetworkInterfaces: make([]types.InstanceNetworkInterface, max(1, m.interfaces)),
	}
	if m.name != "" {
		i.Tags = []types.Tag{{Key: new("Name"), Value: &m.name}}
	}
	if m.state != "" {
		i.State.Name = m.state
	}
	if m.stopped != nil {
		i.StateTransitionReason = new("User initiated (" + m.stopped.Format(time.DateTime) + " GMT)")
	}
	if m.profile != "" {
		i.IamInstanceProfile = &types.IamInstanceProfile{Arn: new("arn:aws:iam::" + account + ":instance-profile/" + m.profile)}
	}
	if m.publicIP != "" {
		i.PublicIpAddress = &m.publicIP
		i.NetworkInterfaces[0].Association = &types.InstanceNetworkInterfaceAssociation{PublicIp: &m.publicIP}
	}
	if m.imdsv1 {
		i.MetadataOptions.HttpTokens = types.HttpTokensStateOptional
	}
	if m.paravirtual {
		i.VirtualizationType = types.VirtualizationTypeParavirtual
	}
	if m.basic {
		i.Monitoring.State = types.MonitoringStateDisabled
	}
	if m.operator != "" {
		i.Operator = &types.OperatorResponse{Managed: new(true), Principal: &m.operator}
	}
	return i
}

// A disk is a volume; attached to nothing where on is empty.
type disk struct {
	id, on    string
	encrypted bool
	state     types.VolumeState
}

var ec2Disks = map[place][]disk{
	{Shop, frankfurt}: {
		{id: "vol-0shopweb0000001", on: "i-0shopweb000000001", encrypted: true},
		{id: "vol-0shopweb0000002", on: "i-0shopweb000000002", encrypted: true},
		{id: "vol-0shopbastion001", on: "i-0shopbastion00001", encrypted: true},
	},
	{Shop, virginia}: {{id: "vol-0shopimport0001", on: "i-0shopimport000001"}},
	{Lab, virginia}: {
		{id: "vol-0labbuild000001", on: "i-0labbuild00000001"},
		{id: "vol-0labmodels00001", on: "i-0labmodels0000001", encrypted: true},
		{id: "vol-0laborphan00001"},
		{id: "vol-0lableaving0001", state: types.VolumeStateDeleting},
	},
}

type diskCopy struct {
	id, of            string
	encrypted, public bool
}

var ec2Copies = map[place][]diskCopy{
	{Shop, frankfurt}: {
		{id: "snap-0shopweb000001", of: "vol-0shopweb0000001", encrypted: true},
		{id: "snap-0shopweb000002", of: "vol-0shopweb0000002", encrypted: true},
		{id: "snap-0shopbastion01", of: "vol-0shopbastion001", encrypted: true},
	},
	{Shop, virginia}: {{id: "snap-0shopimport001", of: "vol-0shopimport0001", public: true}},
	{Lab, virginia}:  {{id: "snap-0labmodels0001", of: "vol-0labmodels00001", encrypted: true}, {id: "snap-0labold0000001", of: "vol-ffffffff"}},
	{Lab, sydney}:    {{id: "snap-0labtrial00001", of: "vol-ffffffff", public: true}},
}

var ec2Images = map[place][]types.Image{
	{Shop, frankfurt}: {{ImageId: new("ami-0shopweb0000001"), Name: new("larkspur-shop-web-2026-10"), State: types.ImageStateAvailable, Public: new(false)}},
	{Lab, virginia}: {
		{ImageId: new("ami-0labworkshop001"), Name: new("larkspur-lab-workshop"), State: types.ImageStateAvailable, Public: new(true)},
		{ImageId: new("ami-0labmodels00001"), Name: new("larkspur-lab-models"), State: types.ImageStateAvailable, Public: new(false)},
	},
}

var ec2Templates = map[place][]types.LaunchTemplateVersion{
	{Shop, frankfurt}: {
		{LaunchTemplateId: new("lt-0shopweb00000001"), LaunchTemplateName: new("larkspur-shop-web"), VersionNumber: new(int64(12)), LaunchTemplateData: &types.ResponseLaunchTemplateData{
			MetadataOptions:     &types.LaunchTemplateInstanceMetadataOptions{HttpTokens: types.LaunchTemplateHttpTokensStateRequired},
			NetworkInterfaces:   []types.LaunchTemplateInstanceNetworkInterfaceSpecification{{DeviceIndex: new(int32(0)), AssociatePublicIpAddress: new(false)}},
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMapping{{DeviceName: new("/dev/xvda"), Ebs: &types.LaunchTemplateEbsBlockDevice{Encrypted: new(true)}}},
		}},
	},
	{Lab, virginia}: {
		{LaunchTemplateId: new("lt-0labrunner000001"), LaunchTemplateName: new("larkspur-lab-runner"), VersionNumber: new(int64(2)), LaunchTemplateData: &types.ResponseLaunchTemplateData{
			MetadataOptions:     &types.LaunchTemplateInstanceMetadataOptions{HttpTokens: types.LaunchTemplateHttpTokensStateOptional},
			NetworkInterfaces:   []types.LaunchTemplateInstanceNetworkInterfaceSpecification{{DeviceIndex: new(int32(0)), AssociatePublicIpAddress: new(true)}},
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMapping{{DeviceName: new("/dev/xvda"), Ebs: &types.LaunchTemplateEbsBlockDevice{VolumeSize: new(int32(50))}}},
		}},
		{LaunchTemplateId: new("lt-0labmodels000001"), LaunchTemplateName: new("larkspur-lab-models"), VersionNumber: new(int64(1)), LaunchTemplateData: &types.ResponseLaunchTemplateData{
			BlockDeviceMappings: []types.LaunchTemplateBlockDeviceMapping{{DeviceName: new("/dev/xvdb"), Ebs: &types.LaunchTemplateEbsBlockDevice{SnapshotId: new("snap-0labmodels0001")}}},
		}},
		{LaunchTemplateId: new("lt-0labempty0000001"), LaunchTemplateName: new("larkspur-lab-empty"), VersionNumber: new(int64(1)), LaunchTemplateData: &types.ResponseLaunchTemplateData{}},
	},
}

var ec2Fleets = map[place][]types.SpotFleetRequestConfig{
	{Lab, virginia}: {
		spotFleet("sfr-0labrender-0001", types.BatchStateActive, &types.EbsBlockDevice{VolumeSize: new(int32(100))}),
		spotFleet("sfr-0labrender-0002", types.BatchStateActive, &types.EbsBlockDevice{Encrypted: new(true)}),
		spotFleet("sfr-0labrender-0000", types.BatchStateCancelled, &types.EbsBlockDevice{}),
	},
}

func spotFleet(id string, state types.BatchState, ebs *types.EbsBlockDevice) types.SpotFleetRequestConfig {
	return types.SpotFleetRequestConfig{SpotFleetRequestId: &id, SpotFleetRequestState: state, SpotFleetRequestConfig: &types.SpotFleetRequestConfigData{
		LaunchSpecifications: []types.SpotFleetLaunchSpecification{{BlockDeviceMappings: []types.BlockDeviceMapping{{DeviceName: new("/dev/sdf"), Ebs: ebs}}}},
	}}
}

// ec2Defaults are the settings of the regions; a region that is left out was
// never touched.
var ec2Defaults = map[place]struct {
	encryption    bool
	tokens        types.HttpTokensState
	snapshotBlock types.SnapshotBlockPublicAccessState
	images        bool
	serial        bool
}{
	{Shop, frankfurt}: {encryption: true, tokens: types.HttpTokensStateRequired, snapshotBlock: types.SnapshotBlockPublicAccessStateBlockAllSharing, images: true},
	{Shop, sydney}:    {encryption: true, tokens: types.HttpTokensStateRequired, snapshotBlock: types.SnapshotBlockPublicAccessStateBlockNewSharing, images: true},
	{Shop, virginia}:  {images: true},
	{Lab, virginia}:   {serial: true},
	{Lab, sydney}:     {snapshotBlock: types.SnapshotBlockPublicAccessStateBlockAllSharing},
}

func ec2Answers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeInstancesInput) (*ec2.DescribeInstancesOutput, error) {
		page, next := awsfake.Page(ec2Machines[at(c)], in.NextToken, 2)
		out := &ec2.DescribeInstancesOutput{NextToken: next}
		for _, m := range page {
			out.Reservations = append(out.Reservations, types.Reservation{Instances: []types.Instance{m.instance(c.Account)}})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeVolumesInput) (*ec2.DescribeVolumesOutput, error) {
		page, next := awsfake.Page(ec2Disks[at(c)], in.NextToken, 2)
		out := &ec2.DescribeVolumesOutput{NextToken: next}
		for _, d := range page {
			v := types.Volume{VolumeId: &d.id, Encrypted: &d.encrypted, State: types.VolumeStateAvailable}
			if d.on != "" {
				v.State, v.Attachments = types.VolumeStateInUse, []types.VolumeAttachment{{InstanceId: &d.on, State: types.VolumeAttachmentStateAttached}}
			}
			if d.state != "" {
				v.State = d.state
			}
			out.Volumes = append(out.Volumes, v)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeSnapshotsInput) (*ec2.DescribeSnapshotsOutput, error) {
		page, next := awsfake.Page(ec2Copies[at(c)], in.NextToken, 2)
		out := &ec2.DescribeSnapshotsOutput{NextToken: next}
		for _, s := range page {
			if s.public || in.RestorableByUserIds == nil {
				out.Snapshots = append(out.Snapshots, types.Snapshot{SnapshotId: &s.id, VolumeId: &s.of, Encrypted: &s.encrypted, State: types.SnapshotStateCompleted})
			}
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeImagesInput) (*ec2.DescribeImagesOutput, error) {
		page, next := awsfake.Page(ec2Images[at(c)], in.NextToken, 1)
		return &ec2.DescribeImagesOutput{Images: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeLaunchTemplateVersionsInput) (*ec2.DescribeLaunchTemplateVersionsOutput, error) {
		page, next := awsfake.Page(ec2Templates[at(c)], in.NextToken, 2)
		return &ec2.DescribeLaunchTemplateVersionsOutput{LaunchTemplateVersions: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ec2.DescribeSpotFleetRequestsInput) (*ec2.DescribeSpotFleetRequestsOutput, error) {
		page, next := awsfake.Page(ec2Fleets[at(c)], in.NextToken, 2)
		return &ec2.DescribeSpotFleetRequestsOutput{SpotFleetRequestConfigs: page, NextToken: next}, nil
	})
	ec2DefaultsAnswers(e)
}

func ec2DefaultsAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, _ *ec2.GetEbsEncryptionByDefaultInput) (*ec2.GetEbsEncryptionByDefaultOutput, error) {
		return &ec2.GetEbsEncryptionByDefaultOutput{EbsEncryptionByDefault: new(ec2Defaults[at(c)].encryption)}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.GetInstanceMetadataDefaultsInput) (*ec2.GetInstanceMetadataDefaultsOutput, error) {
		return &ec2.GetInstanceMetadataDefaultsOutput{AccountLevel: &types.InstanceMetadataDefaultsResponse{HttpTokens: ec2Defaults[at(c)].tokens}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.GetSnapshotBlockPublicAccessStateInput) (*ec2.GetSnapshotBlockPublicAccessStateOutput, error) {
		state := ec2Defaults[at(c)].snapshotBlock
		if state == "" {
			state = types.SnapshotBlockPublicAccessStateUnblocked
		}
		return &ec2.GetSnapshotBlockPublicAccessStateOutput{State: state}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.GetImageBlockPublicAccessStateInput) (*ec2.GetImageBlockPublicAccessStateOutput, error) {
		state := "unblocked"
		if ec2Defaults[at(c)].images {
			state = "block-new-sharing"
		}
		return &ec2.GetImageBlockPublicAccessStateOutput{ImageBlockPublicAccessState: &state}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ec2.GetSerialConsoleAccessStatusInput) (*ec2.GetSerialConsoleAccessStatusOutput, error) {
		return &ec2.GetSerialConsoleAccessStatusOutput{SerialConsoleAccessEnabled: new(ec2Defaults[at(c)].serial)}, nil
	})
}
