package config

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/configservice"
	"github.com/aws/aws-sdk-go-v2/service/configservice/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestRecorders(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *configservice.DescribeConfigurationRecordersInput) (*configservice.DescribeConfigurationRecordersOutput, error) {
		out := &configservice.DescribeConfigurationRecordersOutput{}
		if c.Region != "ap-southeast-2" {
			out.ConfigurationRecorders = []types.ConfigurationRecorder{{Name: new("default"), RecordingGroup: &types.RecordingGroup{AllSupported: true}}}
		}
		return out, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *configservice.DescribeConfigurationRecorderStatusInput) (*configservice.DescribeConfigurationRecorderStatusOutput, error) {
		if c.Region == "eu-central-1" {
			return nil, awsfake.Wrap(400, &types.NoSuchConfigurationRecorderException{})
		}
		return &configservice.DescribeConfigurationRecorderStatusOutput{ConfigurationRecordersStatus: []types.ConfigurationRecorderStatus{{Recording: true, LastStatus: types.RecorderStatusSuccess}}}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, _ *configservice.DescribeDeliveryChannelsInput) (*configservice.DescribeDeliveryChannelsOutput, error) {
		return &configservice.DescribeDeliveryChannelsOutput{DeliveryChannels: []types.DeliveryChannel{{Name: new("default"), S3BucketName: new("b")}}}, nil
	})
	inv := awstest.Collect(t, &e, RecorderStatus, DeliveryChannels)
	rows := awstest.Rows(t, inv, Recorders)
	if len(rows) != 1 || inv.Gone() != 1 || rows[0].Full != "arn:aws:config:us-east-1:111122223333:configuration-recorder/default" {
		t.Fatalf("rows %+v, %d gone", rows, inv.Gone())
	}
	if s := awstest.Value(t, rows[0].Status); !s.Recording || s.Last != "Success" {
		t.Errorf("status %+v", s)
	}
	if _, hidden := rows[0].Role.Gap(); !hidden {
		t.Error("an answer without a role counts as known")
	}
	if cs := awstest.Rows(t, inv, DeliveryChannels); len(cs) != 3 || cs[0].Full != "arn:aws:config:ap-southeast-2:111122223333:delivery-channel/default" {
		t.Errorf("channels %+v", cs)
	}
}

func TestScope(t *testing.T) {
	strategy := func(s types.RecordingStrategyType) *types.RecordingStrategy {
		return &types.RecordingStrategy{UseOnly: s}
	}
	iam := []types.ResourceType{"AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User"}
	for name, tc := range map[string]struct {
		g           types.RecordingGroup
		all, global bool
		excluded    []string
	}{
		"all, without IAM":     {types.RecordingGroup{AllSupported: true}, true, false, nil},
		"all, with IAM":        {types.RecordingGroup{AllSupported: true, IncludeGlobalResourceTypes: true}, true, true, nil},
		"some":                 {types.RecordingGroup{ResourceTypes: []types.ResourceType{"AWS::S3::Bucket"}}, false, false, nil},
		"some, those of IAM":   {types.RecordingGroup{ResourceTypes: iam}, false, true, nil},
		"all but IAM's":        {types.RecordingGroup{RecordingStrategy: strategy("EXCLUSION_BY_RESOURCE_TYPES"), ExclusionByResourceTypes: &types.ExclusionByResourceTypes{ResourceTypes: iam}}, true, false, nil},
		"all but one":          {types.RecordingGroup{RecordingStrategy: strategy("EXCLUSION_BY_RESOURCE_TYPES"), ExclusionByResourceTypes: &types.ExclusionByResourceTypes{ResourceTypes: []types.ResourceType{"AWS::EC2::Subnet"}}}, true, true, []string{"AWS::EC2::Subnet"}},
		"the strategy decides": {types.RecordingGroup{AllSupported: true, RecordingStrategy: strategy("INCLUSION_BY_RESOURCE_TYPES")}, false, false, nil},
	} {
		s := awstest.Value(t, scope(tc.g))
		excluded, all := s.Unrecorded()
		if all != tc.all || s.Global() != tc.global || !slices.Equal(excluded, tc.excluded) {
			t.Errorf("%s: all %v, global %v, without %v", name, all, s.Global(), excluded)
		}
	}
}
