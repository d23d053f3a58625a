package config

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/configservice"
	"github.com/aws/aws-sdk-go-v2/service/configservice/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// A recorder that excludes says what, and one that is on how it fares.
func TestAbsentParts(t *testing.T) {
	if _, hidden := scope(types.RecordingGroup{RecordingStrategy: &types.RecordingStrategy{UseOnly: types.RecordingStrategyTypeExclusionByResourceTypes}}).Gap(); !hidden {
		t.Error("exclusions that are not told are taken for none")
	}
	for status, known := range map[types.RecorderStatus]bool{"": false, types.RecorderStatusPending: true} {
		var e awsfake.Estate
		awsfake.On(&e, func(awsfake.Call, *configservice.DescribeConfigurationRecorderStatusInput) (*configservice.DescribeConfigurationRecorderStatusOutput, error) {
			return &configservice.DescribeConfigurationRecorderStatusOutput{ConfigurationRecordersStatus: []types.ConfigurationRecorderStatus{{Recording: true, LastStatus: status}}}, nil
		})
		if s, err := RecorderStatus.Fetch(t.Context(), awstest.Target(&e, awstest.Account).Scopes[1], &Recorder{}); (err == nil) != known {
			t.Errorf("%q: %+v, %v", status, s, err)
		}
	}
}
