package guardduty

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/guardduty"
	"github.com/aws/aws-sdk-go-v2/service/guardduty/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestDetectors(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *guardduty.ListDetectorsInput) (*guardduty.ListDetectorsOutput, error) {
		switch c.Region {
		case "us-east-1":
			return &guardduty.ListDetectorsOutput{DetectorIds: []string{"d1"}}, nil
		case "eu-central-1":
			return &guardduty.ListDetectorsOutput{DetectorIds: []string{"gone"}}, nil
		}
		return &guardduty.ListDetectorsOutput{DetectorIds: []string{}}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *guardduty.GetDetectorInput) (*guardduty.GetDetectorOutput, error) {
		if *in.DetectorId == "gone" {
			return nil, awsfake.Error(404, "ResourceNotFoundException", "none")
		}
		return &guardduty.GetDetectorOutput{Status: types.DetectorStatusEnabled, Features: []types.DetectorFeatureConfigurationResult{{
			Name: types.DetectorFeatureResultRuntimeMonitoring, Status: types.FeatureStatusEnabled,
			AdditionalConfiguration: []types.DetectorAdditionalConfigurationResult{{Name: types.FeatureAdditionalConfigurationEksAddonManagement, Status: types.FeatureStatusDisabled}},
		}}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *guardduty.GetAdministratorAccountInput) (*guardduty.GetAdministratorAccountOutput, error) {
		return &guardduty.GetAdministratorAccountOutput{Administrator: &types.Administrator{AccountId: new("999988887777"), RelationshipStatus: new("Removed")}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *guardduty.ListMembersInput) (*guardduty.ListMembersOutput, error) {
		if in.NextToken == nil {
			return &guardduty.ListMembersOutput{NextToken: new("1")}, nil
		}
		return &guardduty.ListMembersOutput{Members: []types.Member{{}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *guardduty.ListFindingsInput) (*guardduty.ListFindingsOutput, error) {
		if in.NextToken == nil {
			return &guardduty.ListFindingsOutput{FindingIds: []string{}, NextToken: new("1")}, nil
		}
		return &guardduty.ListFindingsOutput{FindingIds: []string{"f"}}, nil
	})
	inv := awstest.Collect(t, &e, DetectorSettings, DetectorAdministrator, DetectorMembers, DetectorSevere)
	rows := awstest.Rows(t, inv, Detectors)
	if len(rows) != 1 || inv.Gone() != 1 {
		t.Fatalf("%d rows and %d gone", len(rows), inv.Gone())
	}
	d := rows[0]
	f, there := awstest.Value(t, d.Settings).Features["RUNTIME_MONITORING"]
	if on, known := f.Parts["EKS_ADDON_MANAGEMENT"]; !there || !f.Enabled || !known || on {
		t.Errorf("settings %+v", f)
	}
	if a := awstest.Value(t, d.Administrator); a != "" {
		t.Errorf("a relationship that ended counts: %s", a)
	}
	if !awstest.Value(t, d.Members) || !awstest.Value(t, d.Severe) {
		t.Error("the second page was not read")
	}
}
