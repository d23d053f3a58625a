package iam

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestProviders(t *testing.T) {
	var e awsfake.Estate
	at := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	awsfake.On(&e, func(awsfake.Call, *iam.ListSAMLProvidersInput) (*iam.ListSAMLProvidersOutput, error) {
		return &iam.ListSAMLProvidersOutput{SAMLProviderList: []types.SAMLProviderListEntry{{Arn: new(arn + "saml-provider/okta")}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *iam.ListServerCertificatesInput) (*iam.ListServerCertificatesOutput, error) {
		if in.Marker == nil {
			return &iam.ListServerCertificatesOutput{IsTruncated: true, Marker: new("m"), ServerCertificateMetadataList: []types.ServerCertificateMetadata{
				{Arn: new(arn + "server-certificate/a"), ServerCertificateName: new("a"), Expiration: &at},
			}}, nil
		}
		return &iam.ListServerCertificatesOutput{ServerCertificateMetadataList: []types.ServerCertificateMetadata{{Arn: new(arn + "server-certificate/b"), ServerCertificateName: new("b")}}}, nil
	})
	inv := awstest.Collect(t, &e, SAMLProviders, ServerCertificates)
	if p := awstest.Rows(t, inv, SAMLProviders); len(p) != 1 || p[0].ID != "okta" {
		t.Errorf("providers %+v", p)
	}
	c := awstest.Rows(t, inv, ServerCertificates)
	if len(c) != 2 || awstest.Value(t, c[0].Expires) != at {
		t.Fatalf("certificates %+v", c)
	}
	if _, hidden := c[1].Expires.Gap(); !hidden {
		t.Error("an expiry that is absent is known")
	}
}
