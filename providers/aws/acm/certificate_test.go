package acm

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/acm"
	"github.com/aws/aws-sdk-go-v2/service/acm/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestCertificates(t *testing.T) {
	var e awsfake.Estate
	const arn = "arn:aws:acm:us-east-1:111122223333:certificate/"
	all := []types.CertificateSummary{
		{CertificateArn: new(arn + "a"), DomainName: new("example.com"), Status: "ISSUED", Type: "IMPORTED", KeyAlgorithm: "RSA-2048", InUse: new(true)},
		{CertificateArn: new(arn + "b"), Status: "PENDING_VALIDATION"},
	}
	awsfake.On(&e, func(c awsfake.Call, in *acm.ListCertificatesInput) (*acm.ListCertificatesOutput, error) {
		if in.Includes == nil || !slices.Contains(in.Includes.KeyTypes, types.KeyAlgorithmRsa4096) || !slices.Contains(in.Includes.KeyTypes, types.KeyAlgorithmEcPrime256v1) {
			t.Error("certificates with other keys are left out")
		}
		if c.Region != "us-east-1" {
			return &acm.ListCertificatesOutput{}, nil
		}
		page, next := awsfake.Page(all, in.NextToken, 1)
		return &acm.ListCertificatesOutput{CertificateSummaryList: page, NextToken: next}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, Certificates), Certificates)
	if len(rows) != 2 || rows[0].ID != "a" || rows[0].Name != "example.com" || awstest.Value(t, rows[0].KeyAlgorithm) != "RSA_2048" {
		t.Fatalf("rows %+v", rows)
	}
	if _, hidden := rows[0].NotAfter.Gap(); !hidden {
		t.Error("an expiry that the answer lacks is known")
	}
	if _, hidden := rows[1].KeyAlgorithm.Gap(); !hidden {
		t.Error("an algorithm that the answer lacks is known")
	}
}
