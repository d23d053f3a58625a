package ssm

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestSystemsManager(t *testing.T) {
	var e awsfake.Estate
	home := func(c awsfake.Call) bool { return c.Region == "us-east-1" }
	awsfake.On(&e, func(c awsfake.Call, in *ssm.DescribeInstanceInformationInput) (*ssm.DescribeInstanceInformationOutput, error) {
		out := &ssm.DescribeInstanceInformationOutput{}
		if home(c) {
			out.InstanceInformationList, out.NextToken = awsfake.Page([]types.InstanceInformation{{InstanceId: new("i-1"), PingStatus: "Online"}, {InstanceId: new("mi-2")}}, in.NextToken, 1)
		}
		return out, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *ssm.ListResourceComplianceSummariesInput) (*ssm.ListResourceComplianceSummariesOutput, error) {
		out := &ssm.ListResourceComplianceSummariesOutput{}
		if home(c) {
			out.ResourceComplianceSummaryItems, out.NextToken = awsfake.Page([]types.ResourceComplianceSummaryItem{
				{ResourceId: new("i-1"), ComplianceType: new("Patch"), Status: "NON_COMPLIANT", NonCompliantSummary: &types.NonCompliantSummary{NonCompliantCount: 3}},
				{ResourceId: new("i-1"), ComplianceType: new("Custom:Antivirus"), Status: "COMPLIANT"},
				{ResourceId: new("i-1"), ComplianceType: new("Association"), Status: "COMPLIANT"},
			}, in.NextToken, 2)
		}
		return out, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *ssm.ListDocumentsInput) (*ssm.ListDocumentsOutput, error) {
		if len(in.Filters) != 1 || in.Filters[0].Values[0] != "Self" {
			t.Error("the documents of others are asked for")
		}
		out := &ssm.ListDocumentsOutput{}
		if home(c) {
			out.DocumentIdentifiers, out.NextToken = awsfake.Page([]types.DocumentIdentifier{{Name: new("shared")}, {Name: new("gone")}}, in.NextToken, 1)
		}
		return out, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *ssm.DescribeDocumentPermissionInput) (*ssm.DescribeDocumentPermissionOutput, error) {
		if *in.Name == "gone" {
			return nil, awsfake.Wrap(400, &types.InvalidDocument{})
		}
		page, next := awsfake.Page([]string{"222233334444", "all"}, in.NextToken, 1)
		return &ssm.DescribeDocumentPermissionOutput{AccountIds: page, NextToken: next}, nil
	})
	awsfake.On(&e, func(c awsfake.Call, in *ssm.GetServiceSettingInput) (*ssm.GetServiceSettingOutput, error) {
		if !home(c) {
			return nil, awsfake.Wrap(400, &types.ServiceSettingNotFound{})
		}
		return &ssm.GetServiceSettingOutput{ServiceSetting: &types.ServiceSetting{SettingId: in.SettingId, SettingValue: new("Enable")}}, nil
	})
	inv := awstest.Collect(t, &e, ManagedInstances, Compliances, DocumentSharedWith, SettingsPublicSharing, SettingsAutomationLog)
	machines := awstest.Rows(t, inv, ManagedInstances)
	if len(machines) != 2 || machines[0].Full != "arn:aws:ec2:us-east-1:111122223333:instance/i-1" || machines[1].Full != "arn:aws:ssm:us-east-1:111122223333:managed-instance/mi-2" {
		t.Fatalf("machines %+v", machines)
	}
	if _, hidden := machines[1].Ping.Gap(); !hidden {
		t.Error("a ping status that the answer lacks is known")
	}
	if c := awstest.Value(t, Compliances.ByID(inv, "us-east-1", "i-1/Patch")); c == nil || awstest.Value(t, c.Status) != "NON_COMPLIANT" || c.NonCompliant != 3 {
		t.Errorf("patches %+v", c)
	}
	if rows := awstest.Rows(t, inv, Compliances); len(rows) != 2 {
		t.Errorf("%d summaries, want 2", len(rows))
	}
	docs := awstest.Rows(t, inv, Documents)
	if len(docs) != 1 || inv.Gone() != 1 || len(awstest.Value(t, docs[0].SharedWith)) != 2 {
		t.Errorf("documents %+v", docs)
	}
	for _, s := range awstest.Rows(t, inv, RegionSettings) {
		if _, hidden := s.PublicSharing.Gap(); hidden != (s.Region != "us-east-1") {
			t.Errorf("%s: public sharing %+v", s.Region, s.PublicSharing)
		}
	}
}
