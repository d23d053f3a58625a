package iam

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func TestPasswordPolicy(t *testing.T) {
	for _, tc := range []struct {
		name              string
		answer            *types.PasswordPolicy
		err               error
		custom            bool
		length, age, past int
	}{
		{"none set", nil, awsfake.Wrap(404, &types.NoSuchEntityException{}), false, 8, 0, 0},
		{"set", &types.PasswordPolicy{MinimumPasswordLength: new(int32(14)), MaxPasswordAge: new(int32(60)), PasswordReusePrevention: new(int32(24))}, nil, true, 14, 60, 24},
		{"set in part", &types.PasswordPolicy{MinimumPasswordLength: new(int32(6))}, nil, true, 6, 0, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var e awsfake.Estate
			awsfake.On(&e, func(awsfake.Call, *iam.GetAccountPasswordPolicyInput) (*iam.GetAccountPasswordPolicyOutput, error) {
				return &iam.GetAccountPasswordPolicyOutput{PasswordPolicy: tc.answer}, tc.err
			})
			p := awstest.Value(t, awstest.Rows(t, awstest.Collect(t, &e, AccountPasswordPolicy), Accounts)[0].PasswordPolicy)
			if p.Custom != tc.custom || awstest.Value(t, p.MinimumLength) != tc.length || awstest.Value(t, p.MaxAge) != tc.age || awstest.Value(t, p.ReusePrevention) != tc.past {
				t.Errorf("got %+v", p)
			}
		})
	}
}

func TestCentralRoot(t *testing.T) {
	for _, tc := range []struct {
		code     string // as the service sends it
		in       bool
		features int // -1: not known
	}{
		{"", true, 1}, {"OrganizationNotFound", false, 0}, {"ServiceAccessNotEnabled", true, 0},
		{"OrganizationNotInAllFeaturesMode", true, 0}, {"AccountNotManagementOrDelegatedAdministrator", true, -1},
	} {
		var e awsfake.Estate
		awsfake.On(&e, func(awsfake.Call, *iam.ListOrganizationsFeaturesInput) (*iam.ListOrganizationsFeaturesOutput, error) {
			if tc.code != "" {
				return nil, awsfake.Error(400, tc.code, "no")
			}
			return &iam.ListOrganizationsFeaturesOutput{EnabledFeatures: []types.FeatureType{types.FeatureTypeRootSessions}}, nil
		})
		c := awstest.Value(t, awstest.Rows(t, awstest.Collect(t, &e, AccountCentralRoot), Accounts)[0].CentralRoot)
		if awstest.Value(t, c.InOrganization) != tc.in {
			t.Errorf("%q: in an organization: %+v", tc.code, c)
		}
		features, known := c.Features.Peek()
		if known != (tc.features >= 0) || known && len(features) != tc.features {
			t.Errorf("%q: features %+v", tc.code, c.Features)
		}
		if g, hidden := c.Features.Gap(); hidden && g.Reason != inventory.OtherAccount {
			t.Errorf("%q: %v", tc.code, g)
		}
	}
}
