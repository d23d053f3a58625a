package demo

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/guardduty"
	"github.com/aws/aws-sdk-go-v2/service/guardduty/types"

	"demarc/providers/aws/awsfake"
)

// A detector of GuardDuty's, with the protection plans that are on and those
// that its region does not offer.
type detector struct {
	id, admin   string
	on, without []string
	findings    []string
}

var detectors = map[place]detector{
	{Shop, virginia}:  {id: "0de7ec7000000000000000000000a001", admin: management, on: []string{"S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING", "EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"}},
	{Shop, frankfurt}: {id: "0de7ec7000000000000000000000a002", admin: management, on: []string{"S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING", "EKS_ADDON_MANAGEMENT"}},
	{Shop, sydney}:    {id: "0de7ec7000000000000000000000a003", admin: management, on: []string{"S3_DATA_EVENTS"}, without: []string{"RDS_LOGIN_EVENTS"}},
	{Lab, virginia}:   {id: "0de7ec7000000000000000000000b001", on: []string{"S3_DATA_EVENTS"}, findings: []string{"0f19d19600000000000000000000b001"}},
}

var plans = []string{"S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING"}

func guarddutyAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, _ *guardduty.ListDetectorsInput) (*guardduty.ListDetectorsOutput, error) {
		out := &guardduty.ListDetectorsOutput{DetectorIds: []string{}}
		if d, there := detectors[at(c)]; there {
			out.DetectorIds = []string{d.id}
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *guardduty.GetDetectorInput) (*guardduty.GetDetectorOutput, error) {
		d := detectors[at(c)]
		status := func(name string) types.FeatureStatus {
			if slices.Contains(d.on, name) {
				return types.FeatureStatusEnabled
			}
			return types.FeatureStatusDisabled
		}
		out := &guardduty.GetDetectorOutput{Status: types.DetectorStatusEnabled, ServiceRole: new("arn:aws:iam::" + c.Account + ":role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty")}
		for _, name := range plans {
			if slices.Contains(d.without, name) {
				continue
			}
			f := types.DetectorFeatureConfigurationResult{Name: types.DetectorFeatureResult(name), Status: status(name)}
			if name == "RUNTIME_MONITORING" {
				for _, part := range types.FeatureAdditionalConfiguration("").Values() {
					f.AdditionalConfiguration = append(f.AdditionalConfiguration, types.DetectorAdditionalConfigurationResult{Name: part, Status: status(string(part))})
				}
			}
			out.Features = append(out.Features, f)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *guardduty.GetAdministratorAccountInput) (*guardduty.GetAdministratorAccountOutput, error) {
		out := &guardduty.GetAdministratorAccountOutput{}
		if d := detectors[at(c)]; d.admin != "" {
			out.Administrator = &types.Administrator{AccountId: &d.admin, RelationshipStatus: new("Enabled")}
		}
		return out, nil
	})
	awsfake.On(e, func(awsfake.Call, *guardduty.ListMembersInput) (*guardduty.ListMembersOutput, error) {
		return &guardduty.ListMembersOutput{}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *guardduty.ListFindingsInput) (*guardduty.ListFindingsOutput, error) {
		return &guardduty.ListFindingsOutput{FindingIds: append([]string{}, detectors[at(c)].findings...)}, nil
	})
}
