package demo

import (
	"github.com/aws/aws-sdk-go-v2/service/artifact"
	artifacttypes "github.com/aws/aws-sdk-go-v2/service/artifact/types"
	"github.com/aws/aws-sdk-go-v2/service/health"
	healthtypes "github.com/aws/aws-sdk-go-v2/service/health/types"

	"demarc/providers/aws/awsfake"
)

// assuranceAnswers is what AWS says of its own half: its reports, the
// agreements that are in force, and its open events.
func assuranceAnswers(e *awsfake.Estate) {
	reports := []artifacttypes.ReportSummary{
		{Id: new("report-bqhUJF3FrQZsMJpb"), Arn: new("arn:aws:artifact:us-east-1::report/report-bqhUJF3FrQZsMJpb:1"), Name: new("Service Organization Controls (SOC) 2 Report - Current"), Series: new("Alerts"), State: artifacttypes.PublishedStatePublished, PeriodStart: daysAgo(420), PeriodEnd: daysAgo(55)},
		{Id: new("report-gGbG2nX9Lm4sN3w1"), Arn: new("arn:aws:artifact:us-east-1::report/report-gGbG2nX9Lm4sN3w1:1"), Name: new("ISO 27001:2022 Certification"), Series: new("ISO"), State: artifacttypes.PublishedStatePublished, PeriodStart: daysAgo(300), PeriodEnd: daysAgo(-795)},
		{Id: new("report-Kp5rT8vYz1cD4fGh"), Arn: new("arn:aws:artifact:us-east-1::report/report-Kp5rT8vYz1cD4fGh:1"), Name: new("PCI DSS Attestation of Compliance (AOC)"), Series: new("PCI"), State: artifacttypes.PublishedStatePublished, PeriodStart: daysAgo(200), PeriodEnd: daysAgo(-165)},
	}
	awsfake.On(e, func(_ awsfake.Call, in *artifact.ListReportsInput) (*artifact.ListReportsOutput, error) {
		page, next := awsfake.Page(reports, in.NextToken, 2)
		return &artifact.ListReportsOutput{Reports: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, _ *artifact.ListCustomerAgreementsInput) (*artifact.ListCustomerAgreementsOutput, error) {
		out := &artifact.ListCustomerAgreementsOutput{CustomerAgreements: []artifacttypes.CustomerAgreementSummary{}}
		if c.Account == Shop {
			out.CustomerAgreements = append(out.CustomerAgreements, artifacttypes.CustomerAgreementSummary{
				Id: new("customer-agreement-a1B2c3D4e5F6g7H8"), Arn: new("arn:aws:artifact::" + Shop + ":customer-agreement/customer-agreement-a1B2c3D4e5F6g7H8"),
				Name: new("AWS GDPR Data Processing Addendum"), State: artifacttypes.CustomerAgreementStateActive, EffectiveStart: daysAgo(900),
			})
		}
		return out, nil
	})
	awsfake.On(e, func(awsfake.Call, *health.DescribeEventsInput) (*health.DescribeEventsOutput, error) {
		return &health.DescribeEventsOutput{Events: []healthtypes.Event{{
			Arn: new("arn:aws:health:us-east-1::event/LAMBDA/AWS_LAMBDA_OPERATIONAL_ISSUE/AWS_LAMBDA_OPERATIONAL_ISSUE_LARK1"), EventTypeCode: new("AWS_LAMBDA_OPERATIONAL_ISSUE"),
			Service: new("LAMBDA"), Region: new("us-east-1"), StatusCode: healthtypes.EventStatusCodeOpen, StartTime: daysAgo(0),
		}}}, nil
	})
}
