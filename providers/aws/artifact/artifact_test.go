package artifact

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/artifact"
	"github.com/aws/aws-sdk-go-v2/service/artifact/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestArtifact(t *testing.T) {
	var e awsfake.Estate
	at := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	reports := []types.ReportSummary{
		{Id: new("report-1"), Arn: new("arn:aws:artifact:us-east-1::report/report-1:1"), Name: new("SOC 2"), Series: new("SOC"), State: types.PublishedStatePublished, PeriodStart: &at, PeriodEnd: &at},
		{Id: new("report-2"), Arn: new("arn:aws:artifact:us-east-1::report/report-2:1"), Name: new("ISO 27001"), State: types.PublishedStatePublished},
	}
	awsfake.On(&e, func(c awsfake.Call, in *artifact.ListReportsInput) (*artifact.ListReportsOutput, error) {
		if c.Region != "us-east-1" {
			t.Errorf("asked in %s", c.Region)
		}
		page, next := awsfake.Page(reports, in.NextToken, 1)
		return &artifact.ListReportsOutput{Reports: page, NextToken: next}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *artifact.ListCustomerAgreementsInput) (*artifact.ListCustomerAgreementsOutput, error) {
		return &artifact.ListCustomerAgreementsOutput{CustomerAgreements: []types.CustomerAgreementSummary{
			{Id: new("customer-agreement-1"), Arn: new("arn:aws:artifact::111122223333:customer-agreement/customer-agreement-1"), Name: new("BAA"), State: types.CustomerAgreementStateActive, EffectiveStart: &at},
		}}, nil
	})
	inv := awstest.Collect(t, &e, Reports, Agreements)
	rows := awstest.Rows(t, inv, Reports)
	if len(rows) != 2 || rows[0].Name != "SOC 2" || awstest.Value(t, rows[0].End) != "2026-04-01" {
		t.Errorf("%+v", rows)
	}
	if _, known := rows[1].Start.Peek(); known {
		t.Error("a period that is not given is known")
	}
	agreed := awstest.Rows(t, inv, Agreements)
	if len(agreed) != 1 || awstest.Value(t, agreed[0].State) != "ACTIVE" || awstest.Value(t, agreed[0].End) != "" {
		t.Errorf("%+v", agreed)
	}
}
