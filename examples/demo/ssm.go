package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"

	"demarc/providers/aws/awsfake"
)

// An agent is a machine that Systems Manager knows.
type agent struct {
	id, name           string
	ping               types.PingStatus
	patch, association types.ComplianceStatus // empty: never reported
	missing            int32                  // patches
}

var agents = map[place][]agent{
	{Shop, frankfurt}: {
		{"i-0shopweb000000001", "larkspur-shop-web-1", "Online", "COMPLIANT", "COMPLIANT", 0},
		{"i-0shopweb000000002", "larkspur-shop-web-2", "Online", "NON_COMPLIANT", "COMPLIANT", 7},
		{"mi-0shopprinter00001", "till-berlin-1", "Online", "COMPLIANT", "NON_COMPLIANT", 0},
	},
	{Lab, virginia}: {
		{"i-0labmodels0000001", "larkspur-lab-models", "ConnectionLost", "NON_COMPLIANT", "", 41},
	},
}

// documents are the accounts' own, with whom they are shared.
var documents = map[place]map[string][]string{
	{Shop, frankfurt}: {"larkspur-restart-shop": nil, "larkspur-rotate-logs": {Lab}},
	{Lab, virginia}:   {"larkspur-lab-setup": {partner, "all"}},
}

func ssmAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *ssm.DescribeInstanceInformationInput) (*ssm.DescribeInstanceInformationOutput, error) {
		page, next := awsfake.Page(agents[at(c)], in.NextToken, 2)
		out := &ssm.DescribeInstanceInformationOutput{NextToken: next}
		for _, a := range page {
			out.InstanceInformationList = append(out.InstanceInformationList, types.InstanceInformation{InstanceId: &a.id, ComputerName: &a.name, PingStatus: a.ping})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ssm.ListResourceComplianceSummariesInput) (*ssm.ListResourceComplianceSummariesOutput, error) {
		var all []types.ResourceComplianceSummaryItem
		for _, a := range agents[at(c)] {
			for kind, status := range map[string]types.ComplianceStatus{"Patch": a.patch, "Association": a.association} {
				item := types.ResourceComplianceSummaryItem{ResourceId: &a.id, ResourceType: new("ManagedInstance"), ComplianceType: &kind, Status: status}
				if status == types.ComplianceStatusNonCompliant {
					item.NonCompliantSummary = &types.NonCompliantSummary{NonCompliantCount: max(1, a.missing)}
				}
				if status != "" {
					all = append(all, item)
				}
			}
		}
		return &ssm.ListResourceComplianceSummariesOutput{ResourceComplianceSummaryItems: all}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *ssm.ListDocumentsInput) (*ssm.ListDocumentsOutput, error) {
		out := &ssm.ListDocumentsOutput{}
		for name := range documents[at(c)] {
			out.DocumentIdentifiers = append(out.DocumentIdentifiers, types.DocumentIdentifier{Name: &name, Owner: &c.Account})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ssm.DescribeDocumentPermissionInput) (*ssm.DescribeDocumentPermissionOutput, error) {
		with, ok := documents[at(c)][*in.Name]
		if !ok {
			return nil, awsfake.Wrap(400, &types.InvalidDocument{})
		}
		page, next := awsfake.Page(with, in.NextToken, 1)
		return &ssm.DescribeDocumentPermissionOutput{AccountIds: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *ssm.GetServiceSettingInput) (*ssm.GetServiceSettingOutput, error) {
		value := map[string]string{"/ssm/documents/console/public-sharing-permission": "Enable", "/ssm/automation/customer-script-log-destination": "None"}[*in.SettingId]
		if at(c) == (place{Shop, frankfurt}) {
			value = map[string]string{"Enable": "Disable", "None": "CloudWatch"}[value]
		}
		return &ssm.GetServiceSettingOutput{ServiceSetting: &types.ServiceSetting{SettingId: in.SettingId, SettingValue: &value}}, nil
	})
}
