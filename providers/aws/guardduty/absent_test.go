package guardduty

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/guardduty"
	"github.com/aws/aws-sdk-go-v2/service/guardduty/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// Lists that the API reference has as required are not empty for being absent.
func TestAbsentParts(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, _ *guardduty.ListDetectorsInput) (*guardduty.ListDetectorsOutput, error) {
		switch c.Region {
		case "us-east-1":
			return &guardduty.ListDetectorsOutput{DetectorIds: []string{"d"}}, nil
		case "eu-central-1":
			return &guardduty.ListDetectorsOutput{DetectorIds: []string{}}, nil
		}
		return &guardduty.ListDetectorsOutput{}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *guardduty.ListFindingsInput) (*guardduty.ListFindingsOutput, error) {
		return &guardduty.ListFindingsOutput{}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *guardduty.GetAdministratorAccountInput) (*guardduty.GetAdministratorAccountOutput, error) {
		return &guardduty.GetAdministratorAccountOutput{Administrator: &types.Administrator{AccountId: new("999988887777")}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *guardduty.GetDetectorInput) (*guardduty.GetDetectorOutput, error) {
		return &guardduty.GetDetectorOutput{Status: types.DetectorStatusEnabled, Features: []types.DetectorFeatureConfigurationResult{{Status: types.FeatureStatusEnabled}}}, nil
	})
	inv := awstest.Collect(t, &e, DetectorSevere, DetectorAdministrator, DetectorSettings)
	var gaps inventory.Gaps
	for d := range Detectors.All(inv, &gaps) {
		if _, hidden := d.Severe.Gap(); !hidden {
			t.Error("no list of findings is taken for an empty one")
		}
		if _, hidden := d.Settings.Gap(); !hidden {
			t.Error("a feature without a name is taken for one of another")
		}
		if _, hidden := d.Administrator.Gap(); !hidden {
			t.Error("a relationship of which nothing is said is taken for none")
		}
	}
	if len(gaps) != 1 {
		t.Errorf("gaps %v", gaps)
	}
}
