package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/configservice"
	"github.com/aws/aws-sdk-go-v2/service/configservice/types"

	"demarc/providers/aws/awsfake"
)

// A recorder of AWS Config's.
type recorder struct {
	group   types.RecordingGroup
	ownRole bool
	stopped bool
}

var recorders = map[place]recorder{
	{Shop, virginia}:  {group: types.RecordingGroup{AllSupported: true, IncludeGlobalResourceTypes: true}},
	{Shop, frankfurt}: {group: types.RecordingGroup{AllSupported: true}},
	{Shop, sydney}:    {group: types.RecordingGroup{AllSupported: true}, stopped: true},
	{Lab, virginia}:   {group: types.RecordingGroup{ResourceTypes: []types.ResourceType{types.ResourceTypeInstance, types.ResourceTypeSecurityGroup}}, ownRole: true},
}

func configAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, _ *configservice.DescribeConfigurationRecordersInput) (*configservice.DescribeConfigurationRecordersOutput, error) {
		out := &configservice.DescribeConfigurationRecordersOutput{}
		if r, there := recorders[at(c)]; there {
			role := "arn:aws:iam::" + c.Account + ":role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
			if r.ownRole {
				role = "arn:aws:iam::" + c.Account + ":role/config"
			}
			out.ConfigurationRecorders = []types.ConfigurationRecorder{{Name: new("default"), RoleARN: &role, RecordingGroup: &r.group}}
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *configservice.DescribeConfigurationRecorderStatusInput) (*configservice.DescribeConfigurationRecorderStatusOutput, error) {
		r, there := recorders[at(c)]
		if !there {
			return nil, awsfake.Wrap(400, &types.NoSuchConfigurationRecorderException{})
		}
		return &configservice.DescribeConfigurationRecorderStatusOutput{ConfigurationRecordersStatus: []types.ConfigurationRecorderStatus{
			{Name: new("default"), Recording: !r.stopped, LastStatus: types.RecorderStatusSuccess},
		}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *configservice.DescribeDeliveryChannelsInput) (*configservice.DescribeDeliveryChannelsOutput, error) {
		out := &configservice.DescribeDeliveryChannelsOutput{}
		if _, there := recorders[at(c)]; there && c.Account == Shop {
			out.DeliveryChannels = []types.DeliveryChannel{{Name: new("default"), S3BucketName: new("larkspur-shop-logs")}}
		}
		return out, nil
	})
}
