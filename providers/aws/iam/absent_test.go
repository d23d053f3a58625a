package iam

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

// A page that says that there are more and not where is not the last. A marker
// is followed whatever else the page says.
func TestCutPages(t *testing.T) {
	for name, tc := range map[string]struct {
		first iam.GetAccountAuthorizationDetailsOutput
		users []string
		whole bool
	}{
		"a marker and the flag": {iam.GetAccountAuthorizationDetailsOutput{IsTruncated: true, Marker: new("2")}, []string{"ann", "bob"}, true},
		"a marker alone":        {iam.GetAccountAuthorizationDetailsOutput{Marker: new("2")}, []string{"ann", "bob"}, true},
		"the flag alone":        {iam.GetAccountAuthorizationDetailsOutput{IsTruncated: true}, nil, false},
		"neither":               {iam.GetAccountAuthorizationDetailsOutput{}, []string{"ann"}, true},
	} {
		var e awsfake.Estate
		awsfake.On(&e, func(_ awsfake.Call, in *iam.GetAccountAuthorizationDetailsInput) (*iam.GetAccountAuthorizationDetailsOutput, error) {
			out, user := tc.first, "ann"
			if in.Marker != nil {
				out, user = iam.GetAccountAuthorizationDetailsOutput{}, "bob"
			}
			out.UserDetailList = []types.UserDetail{{UserName: &user, Arn: new("arn:aws:iam::111122223333:user/" + user)}}
			return &out, nil
		})
		inv := awstest.Collect(t, &e, Users)
		var gaps inventory.Gaps
		var users []string
		for u := range Users.All(inv, &gaps) {
			users = append(users, u.ID)
		}
		if !slices.Equal(users, tc.users) || (len(gaps) == 0) != tc.whole {
			t.Errorf("%s: %v, %v", name, users, gaps)
		}
	}
}

// Lists that the API reference has as required are not empty for being absent,
// and a report in a state that nobody has heard of is not waited for.
func TestAbsentLists(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *iam.ListVirtualMFADevicesInput) (*iam.ListVirtualMFADevicesOutput, error) {
		return &iam.ListVirtualMFADevicesOutput{}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.ListServerCertificatesInput) (*iam.ListServerCertificatesOutput, error) {
		return &iam.ListServerCertificatesOutput{}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.GenerateCredentialReportInput) (*iam.GenerateCredentialReportOutput, error) {
		return &iam.GenerateCredentialReportOutput{}, nil
	})
	s := awstest.Target(&e, awstest.Account).Scopes[0]
	if devices, err := VirtualMFADevices.Do(t.Context(), s); !errors.Is(err, aws.ErrBroken) {
		t.Errorf("devices %v, %v", devices, err)
	}
	var gaps inventory.Gaps
	for range ServerCertificates.All(awstest.Collect(t, &e, ServerCertificates), &gaps) {
	}
	if len(gaps) != 1 {
		t.Errorf("certificates are listed whole: %v", gaps)
	}
	begin := time.Now()
	if _, err := CredentialReport.Do(t.Context(), s); !errors.Is(err, aws.ErrBroken) || time.Since(begin) > firstWait {
		t.Errorf("a report without a state: %v after %s", err, time.Since(begin))
	}
}

// A user whose age is not told may be newer than the report; a key whose status
// is not told may be active; a policy without a name or a holder hides others.
func TestAbsentParts(t *testing.T) {
	const arn = "arn:aws:iam::111122223333:user/ann"
	var e awsfake.Estate
	awsfake.On(&e, func(awsfake.Call, *iam.GetAccountAuthorizationDetailsInput) (*iam.GetAccountAuthorizationDetailsOutput, error) {
		return &iam.GetAccountAuthorizationDetailsOutput{UserDetailList: []types.UserDetail{{UserName: new("ann"), Arn: new(arn),
			UserPolicyList: []types.PolicyDetail{{PolicyDocument: encoded(`{"Effect":"Allow","Action":"*","Resource":"*"}`)}}}}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.GenerateCredentialReportInput) (*iam.GenerateCredentialReportOutput, error) {
		return &iam.GenerateCredentialReportOutput{State: types.ReportStateTypeComplete}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.GetCredentialReportInput) (*iam.GetCredentialReportOutput, error) {
		return &iam.GetCredentialReportOutput{GeneratedTime: new(time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)),
			Content: []byte("arn,mfa_active\n" + arn + ",true\n")}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.GetLoginProfileInput) (*iam.GetLoginProfileOutput, error) {
		return nil, awsfake.Wrap(404, &types.NoSuchEntityException{})
	})
	awsfake.On(&e, func(awsfake.Call, *iam.ListMFADevicesInput) (*iam.ListMFADevicesOutput, error) {
		return &iam.ListMFADevicesOutput{MFADevices: []types.MFADevice{}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.ListAccessKeysInput) (*iam.ListAccessKeysOutput, error) {
		return &iam.ListAccessKeysOutput{AccessKeyMetadata: []types.AccessKeyMetadata{{}}}, nil
	})
	inv := awstest.Collect(t, &e, UserCredentials, InlinePolicies)
	c := awstest.Value(t, awstest.Rows(t, inv, Users)[0].Credentials)
	if awstest.Value(t, c.MFA) || len(c.Keys) != 1 {
		t.Fatalf("the report of an earlier user is taken for this one's: %+v", c)
	}
	if _, hidden := c.Keys[0].Active.Gap(); !hidden {
		t.Error("a key without a status is taken for an inactive one")
	}
	var gaps inventory.Gaps
	for p := range InlinePolicies.All(inv, &gaps) {
		t.Errorf("a row %+v", p)
	}
	if len(gaps) != 1 {
		t.Errorf("inline policies are listed whole: %v", gaps)
	}
}
