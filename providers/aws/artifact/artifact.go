// Package artifact collects what AWS Artifact says of the provider's half: the
// audit reports that AWS publishes, and the agreements that are in force.
package artifact

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/artifact"
	"github.com/aws/aws-sdk-go-v2/service/artifact/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A Report is an audit report that AWS publishes. It is not downloaded.
type Report struct {
	inventory.Resource
	Series inventory.Known[string] // "SOC 2"
	State  inventory.Known[string] // "PUBLISHED"
	Start  inventory.Known[string] // the first day of its period, "2026-04-01"
	End    inventory.Known[string]
}

// An Agreement is one between AWS and the customer.
type Agreement struct {
	inventory.Resource
	State inventory.Known[string] // "ACTIVE", "CUSTOMER_TERMINATED", "AWS_TERMINATED"
	Start inventory.Known[string] // the day from which it holds
	End   inventory.Known[string] // the day on which it ended; "" where it has not
}

// client is in the region where Artifact has its endpoint ("AWS Artifact
// endpoints and quotas").
func client(s inventory.Scope) *artifact.Client {
	region := map[string]string{"aws": "us-east-1", "aws-us-gov": "us-gov-west-1"}[aws.From(s).Partition]
	return artifact.NewFromConfig(aws.ConfigIn(s, "artifact", region))
}

const day = "2006-01-02"

// Reports lists the reports.
var Reports = &inventory.Type[Report]{
	Kind: "aws.artifact.Report", Level: inventory.AtAccount, Model: inventory.Account, Actions: []string{"artifact:ListReports"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Report, error] {
		pages := aws.Pages(ctx, client(s).ListReports, &artifact.ListReportsInput{},
			func(o *artifact.ListReportsOutput) *string { return o.NextToken },
			func(in *artifact.ListReportsInput, t *string) { in.NextToken = t })
		return aws.List(pages, func(o *artifact.ListReportsOutput) (rows []*Report) {
			for _, r := range o.Reports {
				rows = append(rows, reportOf(s, r))
			}
			return rows
		})
	},
}

func reportOf(s inventory.Scope, r types.ReportSummary) *Report {
	const call = "Artifact ListReports"
	out := &Report{
		Resource: aws.Named(aws.Resource(s, deref(r.Arn), deref(r.Id)), deref(r.Name)),
		Series:   inventory.FromPtr(r.Series, inventory.Unanswered[string](call, "series")),
		State:    inventory.Of(string(r.State)),
		Start:    inventory.Unanswered[string](call, "periodStart"),
		End:      inventory.Unanswered[string](call, "periodEnd"),
	}
	out.Tags = inventory.Of(map[string]string(nil))
	if r.PeriodStart != nil {
		out.Start = inventory.Of(r.PeriodStart.UTC().Format(day))
	}
	if r.PeriodEnd != nil {
		out.End = inventory.Of(r.PeriodEnd.UTC().Format(day))
	}
	return out
}

// Agreements lists the agreements.
var Agreements = &inventory.Type[Agreement]{
	Kind: "aws.artifact.Agreement", Level: inventory.AtAccount, Model: inventory.Account, Actions: []string{"artifact:ListCustomerAgreements"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Agreement, error] {
		pages := aws.Pages(ctx, client(s).ListCustomerAgreements, &artifact.ListCustomerAgreementsInput{},
			func(o *artifact.ListCustomerAgreementsOutput) *string { return o.NextToken },
			func(in *artifact.ListCustomerAgreementsInput, t *string) { in.NextToken = t })
		return aws.List(pages, func(o *artifact.ListCustomerAgreementsOutput) (rows []*Agreement) {
			for _, a := range o.CustomerAgreements {
				rows = append(rows, agreementOf(s, a))
			}
			return rows
		})
	},
}

func agreementOf(s inventory.Scope, a types.CustomerAgreementSummary) *Agreement {
	out := &Agreement{
		Resource: aws.Named(aws.Resource(s, deref(a.Arn), deref(a.Id)), deref(a.Name)), State: inventory.Of(string(a.State)),
		Start: inventory.Unanswered[string]("Artifact ListCustomerAgreements", "effectiveStart"),
		End:   inventory.Of(""), // "Timestamp indicating when the agreement was terminated"
	}
	out.Account, out.Tags = s.Account, inventory.Of(map[string]string(nil))
	if a.EffectiveStart != nil {
		out.Start = inventory.Of(a.EffectiveStart.UTC().Format(day))
	}
	if a.EffectiveEnd != nil {
		out.End = inventory.Of(a.EffectiveEnd.UTC().Format(day))
	}
	return out
}

func deref(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}
