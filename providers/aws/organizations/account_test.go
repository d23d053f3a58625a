package organizations

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/organizations"
	"github.com/aws/aws-sdk-go-v2/service/organizations/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

var needs = []inventory.Source{
	AccountOrganization, AccountAIOptOut, AccountTagPolicy, AccountDelegation, PolicyTargets, PolicyDocument, DelegatedAdministrators,
}

// An account that is in no organization is told so by an error, and has none
// of what an organization has.
func TestAlone(t *testing.T) {
	var e awsfake.Estate
	none := awsfake.Wrap(400, &types.AWSOrganizationsNotInUseException{})
	awsfake.On(&e, func(awsfake.Call, *organizations.DescribeOrganizationInput) (*organizations.DescribeOrganizationOutput, error) {
		return nil, none
	})
	awsfake.On(&e, func(awsfake.Call, *organizations.DescribeEffectivePolicyInput) (*organizations.DescribeEffectivePolicyOutput, error) {
		return nil, none
	})
	awsfake.On(&e, func(awsfake.Call, *organizations.DescribeResourcePolicyInput) (*organizations.DescribeResourcePolicyOutput, error) {
		return nil, none
	})
	awsfake.On(&e, func(awsfake.Call, *organizations.ListPoliciesInput) (*organizations.ListPoliciesOutput, error) {
		return nil, none
	})
	awsfake.On(&e, func(awsfake.Call, *organizations.ListDelegatedAdministratorsInput) (*organizations.ListDelegatedAdministratorsOutput, error) {
		return nil, none
	})
	inv := awstest.Collect(t, &e, needs...)
	a := awstest.Rows(t, inv, Accounts)[0]
	if awstest.Value(t, a.Organization).ID != "" || awstest.Value(t, a.AIOptOut) != "" || awstest.Value(t, a.TagPolicy) || awstest.Value(t, a.Delegation) {
		t.Errorf("an account alone is %+v", a)
	}
	if n := len(awstest.Rows(t, inv, Policies)) + len(awstest.Rows(t, inv, DelegatedAdministrators)); n != 0 {
		t.Errorf("%d rows of an organization that is none", n)
	}
}

// The management account sees all; pages are read to the end.
func TestManagement(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *organizations.DescribeOrganizationInput) (*organizations.DescribeOrganizationOutput, error) {
		return &organizations.DescribeOrganizationOutput{Organization: &types.Organization{Id: new("o-larkspur00"), MasterAccountId: new(awstest.Account)}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *organizations.DescribeEffectivePolicyInput) (*organizations.DescribeEffectivePolicyOutput, error) {
		if in.PolicyType == types.EffectivePolicyTypeTagPolicy {
			return nil, awsfake.Wrap(400, &types.EffectivePolicyNotFoundException{})
		}
		return &organizations.DescribeEffectivePolicyOutput{EffectivePolicy: &types.EffectivePolicy{PolicyContent: new(`{"services":{"default":{"opt_out_policy":"optOut"}}}`)}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *organizations.DescribeResourcePolicyInput) (*organizations.DescribeResourcePolicyOutput, error) {
		return nil, awsfake.Wrap(400, &types.ResourcePolicyNotFoundException{})
	})
	awsfake.On(&e, func(_ awsfake.Call, in *organizations.ListPoliciesInput) (*organizations.ListPoliciesOutput, error) {
		summary := func(id, arn string) []types.PolicySummary {
			return []types.PolicySummary{{Id: &id, Arn: &arn, Name: new("name of " + id)}}
		}
		switch {
		case in.NextToken == nil:
			return &organizations.ListPoliciesOutput{NextToken: new("1")}, nil // an empty page is not the last
		case *in.NextToken == "1":
			return &organizations.ListPoliciesOutput{NextToken: new("2"), Policies: summary("p-FullAWSAccess", "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess")}, nil
		}
		return &organizations.ListPoliciesOutput{Policies: summary("p-1", "arn:aws:organizations::"+awstest.Account+":policy/o-larkspur00/service_control_policy/p-1")}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *organizations.ListTargetsForPolicyInput) (*organizations.ListTargetsForPolicyOutput, error) {
		if in.NextToken == nil {
			return &organizations.ListTargetsForPolicyOutput{NextToken: new("1"), Targets: []types.PolicyTargetSummary{{TargetId: new("ou-1")}}}, nil
		}
		return &organizations.ListTargetsForPolicyOutput{Targets: []types.PolicyTargetSummary{{TargetId: new("ou-2")}}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *organizations.DescribePolicyInput) (*organizations.DescribePolicyOutput, error) {
		return &organizations.DescribePolicyOutput{Policy: &types.Policy{Content: new(`{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}`)}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *organizations.ListDelegatedAdministratorsInput) (*organizations.ListDelegatedAdministratorsOutput, error) {
		return &organizations.ListDelegatedAdministratorsOutput{DelegatedAdministrators: []types.DelegatedAdministrator{{Id: new("444455556666"), Arn: new("arn:aws:organizations::" + awstest.Account + ":account/o-larkspur00/444455556666")}}}, nil
	})
	inv := awstest.Collect(t, &e, needs...)
	a := awstest.Rows(t, inv, Accounts)[0]
	if awstest.Value(t, a.Organization).ID != "o-larkspur00" || awstest.Value(t, a.AIOptOut) != OptOut || awstest.Value(t, a.TagPolicy) || awstest.Value(t, a.Delegation) {
		t.Errorf("the account is %+v", a)
	}
	p := awstest.Rows(t, inv, Policies)
	if len(p) != 2 || p[1].Account != "aws" || len(awstest.Value(t, p[0].Targets)) != 2 || len(awstest.Value(t, p[0].Document).Statements) != 1 {
		t.Errorf("policies %+v", p)
	}
	if d := awstest.Rows(t, inv, DelegatedAdministrators); len(d) != 1 || d[0].Account != "444455556666" {
		t.Errorf("delegated administrators %+v", d)
	}
}

func TestDefaultOptOut(t *testing.T) {
	for content, want := range map[string]string{
		`{"services":{"default":{"opt_out_policy":"optOut"},"rekognition":{"opt_out_policy":"optOut"}}}`: OptOut,
		`{"services":{"default":{"opt_out_policy":"optOut"},"rekognition":{"opt_out_policy":"optIn"}}}`:  "optIn",
		`{"services":{"rekognition":{"opt_out_policy":"optOut"}}}`:                                       "",
		`{"services":{}}`: "",
	} {
		if got, err := defaultOptOut(content); got != want || err != nil {
			t.Errorf("%s: %q, %v", content, got, err)
		}
	}
}
