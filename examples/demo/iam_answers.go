package demo

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws/awsfake"
)

// Days until the certificates that are stored in IAM expire.
var serverCertificates = map[string]map[string]int{
	Shop: {"shop-legacy": 40},
	Lab:  {"wiki-2019": -900},
}

func iamAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *iam.GetAccountAuthorizationDetailsInput) (*iam.GetAccountAuthorizationDetailsOutput, error) {
		page, next := awsfake.Page(authorizationDetails(c.Account), in.Marker, 1)
		out := page[0]
		out.Marker, out.IsTruncated = next, next != nil
		return &out, nil
	})
	awsfake.On(e, func(awsfake.Call, *iam.GenerateCredentialReportInput) (*iam.GenerateCredentialReportOutput, error) {
		return &iam.GenerateCredentialReportOutput{State: types.ReportStateTypeComplete}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *iam.GetCredentialReportInput) (*iam.GetCredentialReportOutput, error) {
		return &iam.GetCredentialReportOutput{Content: []byte(credentialReport(c.Account)), GeneratedTime: new(Now.Add(-2 * time.Hour))}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *iam.GetAccountSummaryInput) (*iam.GetAccountSummaryOutput, error) {
		summary := map[string]int32{"AccountPasswordPresent": 1, "AccountMFAEnabled": 0, "AccountAccessKeysPresent": 0}
		for _, l := range logins[c.Account] {
			if l.user == "<root_account>" && l.mfa {
				summary["AccountMFAEnabled"] = 1
			}
			if l.user == "<root_account>" && l.key1 {
				summary["AccountAccessKeysPresent"] = 1
			}
		}
		return &iam.GetAccountSummaryOutput{SummaryMap: summary}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *iam.ListVirtualMFADevicesInput) (*iam.ListVirtualMFADevicesOutput, error) {
		all := []types.VirtualMFADevice{}
		for _, l := range logins[c.Account] {
			if l.virtual {
				arn := "arn:aws:iam::" + c.Account + ":"
				all = append(all, types.VirtualMFADevice{SerialNumber: new(arn + "mfa/" + l.user), User: &types.User{Arn: new(arn + "user/" + l.user)}})
			}
		}
		page, next := awsfake.Page(all, in.Marker, 1)
		return &iam.ListVirtualMFADevicesOutput{VirtualMFADevices: page, Marker: next, IsTruncated: next != nil}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *iam.GetAccountPasswordPolicyInput) (*iam.GetAccountPasswordPolicyOutput, error) {
		if c.Account == Lab {
			return nil, awsfake.Wrap(404, &types.NoSuchEntityException{})
		}
		return &iam.GetAccountPasswordPolicyOutput{PasswordPolicy: &types.PasswordPolicy{
			MinimumPasswordLength: new(int32(16)), PasswordReusePrevention: new(int32(24)),
			RequireLowercaseCharacters: true, RequireUppercaseCharacters: true, RequireNumbers: true, RequireSymbols: true,
		}}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *iam.ListSAMLProvidersInput) (*iam.ListSAMLProvidersOutput, error) {
		out := &iam.ListSAMLProvidersOutput{}
		if c.Account == Shop {
			out.SAMLProviderList = []types.SAMLProviderListEntry{{Arn: new("arn:aws:iam::" + Shop + ":saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE")}}
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *iam.ListServerCertificatesInput) (*iam.ListServerCertificatesOutput, error) {
		out := &iam.ListServerCertificatesOutput{ServerCertificateMetadataList: []types.ServerCertificateMetadata{}}
		for name, days := range serverCertificates[c.Account] {
			out.ServerCertificateMetadataList = append(out.ServerCertificateMetadataList, types.ServerCertificateMetadata{
				Arn: new("arn:aws:iam::" + c.Account + ":server-certificate/" + name), ServerCertificateName: &name, Expiration: daysAgo(-days),
			})
		}
		return out, nil
	})
	awsfake.On(e, func(awsfake.Call, *iam.ListOrganizationsFeaturesInput) (*iam.ListOrganizationsFeaturesOutput, error) {
		return &iam.ListOrganizationsFeaturesOutput{OrganizationId: new(organization), EnabledFeatures: []types.FeatureType{types.FeatureTypeRootCredentialsManagement}}, nil
	})
}
