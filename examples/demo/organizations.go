package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/organizations"
	"github.com/aws/aws-sdk-go-v2/service/organizations/types"

	"demarc/providers/aws/awsfake"
)

// organization is the company's. Both accounts are delegated administrators,
// the shop of security services and the lab of cost reports, and so may see it.
const organization = "o-larkspur00"

func organizationsAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(awsfake.Call, *organizations.DescribeOrganizationInput) (*organizations.DescribeOrganizationOutput, error) {
		return &organizations.DescribeOrganizationOutput{Organization: &types.Organization{Id: new(organization), MasterAccountId: new(management), FeatureSet: types.OrganizationFeatureSetAll}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *organizations.DescribeEffectivePolicyInput) (*organizations.DescribeEffectivePolicyOutput, error) {
		if in.PolicyType == types.EffectivePolicyTypeTagPolicy || c.Account == Lab {
			return nil, awsfake.Wrap(400, &types.EffectivePolicyNotFoundException{})
		}
		return &organizations.DescribeEffectivePolicyOutput{EffectivePolicy: &types.EffectivePolicy{PolicyContent: new(`{"services":{"default":{"opt_out_policy":"optOut"}}}`)}}, nil
	})
	awsfake.On(e, func(awsfake.Call, *organizations.DescribeResourcePolicyInput) (*organizations.DescribeResourcePolicyOutput, error) {
		return nil, awsfake.Wrap(400, &types.ResourcePolicyNotFoundException{})
	})
	awsfake.On(e, func(_ awsfake.Call, in *organizations.ListPoliciesInput) (*organizations.ListPoliciesOutput, error) {
		arn := func(owner, id string) *string {
			return new("arn:aws:organizations::" + owner + ":policy/" + organization + "/service_control_policy/" + id)
		}
		page, next := awsfake.Page([]types.PolicySummary{
			{Id: new("p-FullAWSAccess"), Name: new("FullAWSAccess"), Arn: new("arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess")},
			{Id: new("p-larkspurtrail"), Name: new("keep-the-trail"), Arn: arn(management, "p-larkspurtrail")},
		}, in.NextToken, 1)
		return &organizations.ListPoliciesOutput{Policies: page, NextToken: next}, nil
	})
	awsfake.On(e, func(_ awsfake.Call, in *organizations.ListTargetsForPolicyInput) (*organizations.ListTargetsForPolicyOutput, error) {
		page, next := awsfake.Page([]types.PolicyTargetSummary{{TargetId: new("r-lark")}, {TargetId: new("ou-lark-workloads")}}, in.NextToken, 1)
		return &organizations.ListTargetsForPolicyOutput{Targets: page, NextToken: next}, nil
	})
	awsfake.On(e, func(_ awsfake.Call, in *organizations.DescribePolicyInput) (*organizations.DescribePolicyOutput, error) {
		content := policyOf(allowing("*", "*"))
		if *in.PolicyId == "p-larkspurtrail" {
			content = policyOf(`{"Effect":"Deny","Action":["cloudtrail:StopLogging","cloudtrail:DeleteTrail"],"Resource":"*"}`)
		}
		return &organizations.DescribePolicyOutput{Policy: &types.Policy{Content: &content}}, nil
	})
	awsfake.On(e, func(_ awsfake.Call, in *organizations.ListDelegatedAdministratorsInput) (*organizations.ListDelegatedAdministratorsOutput, error) {
		var all []types.DelegatedAdministrator
		for _, a := range Accounts {
			all = append(all, types.DelegatedAdministrator{Id: &a.ID, Name: &a.Name, Arn: new("arn:aws:organizations::" + management + ":account/" + organization + "/" + a.ID)})
		}
		page, next := awsfake.Page(all, in.NextToken, 1)
		return &organizations.ListDelegatedAdministratorsOutput{DelegatedAdministrators: page, NextToken: next}, nil
	})
}
