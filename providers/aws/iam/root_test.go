package iam

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// A root user's virtual device may have any name; the listing is paged.
func TestRoot(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(_ awsfake.Call, in *iam.ListVirtualMFADevicesInput) (*iam.ListVirtualMFADevicesOutput, error) {
		if in.Marker == nil {
			return &iam.ListVirtualMFADevicesOutput{IsTruncated: true, Marker: new("m"), VirtualMFADevices: []types.VirtualMFADevice{
				{SerialNumber: new(arn + "mfa/ann"), User: &types.User{Arn: new(arn + "user/ann")}}, {SerialNumber: new(arn + "mfa/root-account-mfa-device")},
			}}, nil
		}
		return &iam.ListVirtualMFADevicesOutput{VirtualMFADevices: []types.VirtualMFADevice{{SerialNumber: new(arn + "mfa/phone"), User: &types.User{Arn: new(arn + "root")}}}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *iam.GetAccountSummaryInput) (*iam.GetAccountSummaryOutput, error) {
		return &iam.GetAccountSummaryOutput{SummaryMap: map[string]int32{"AccountMFAEnabled": 1, "Users": 4}}, nil
	})
	r := awstest.Rows(t, awstest.Collect(t, &e, RootSummary, RootVirtualMFA), Roots)[0]
	if got := awstest.Value(t, r.VirtualMFA); len(got) != 2 {
		t.Errorf("the root user's virtual devices: %v", got)
	}
	s := awstest.Value(t, r.Summary)
	if !awstest.Value(t, s.MFA) || !awstest.Value(t, s.Password) {
		t.Errorf("summary %+v", s)
	}
	if _, hidden := s.Keys.Gap(); !hidden {
		t.Error("a key that the summary lacks is known")
	}
}
