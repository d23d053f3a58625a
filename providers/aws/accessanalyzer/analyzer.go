// Package accessanalyzer collects the analyzers of IAM Access Analyzer.
package accessanalyzer

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer"
	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// An Analyzer looks for access of one sort in its zone of trust.
type Analyzer struct {
	inventory.Resource
	Type     inventory.Known[string]   // ACCOUNT and ORGANIZATION look for external access
	Status   inventory.Known[string]   // ACTIVE, CREATING, DISABLED, FAILED
	Findings inventory.Known[Findings] `fetch:"-"`
}

// Findings are those of an analyzer that are active.
type Findings struct {
	Active    int
	Resources []string // what they are about, each once, sorted
}

// External reports whether an analyzer's type looks for access from outside.
func External(t string) bool {
	return t == string(types.TypeAccount) || t == string(types.TypeOrganization)
}

// Active is the status of an analyzer that works.
const Active = string(types.AnalyzerStatusActive)

// Analyzers lists the analyzers of each region.
var Analyzers = &inventory.Type[Analyzer]{
	Kind:    "aws.accessanalyzer.Analyzer",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"access-analyzer:ListAnalyzers"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Analyzer, error] {
		pages := aws.Pages(ctx, client(s).ListAnalyzers, &accessanalyzer.ListAnalyzersInput{},
			func(out *accessanalyzer.ListAnalyzersOutput) *string { return out.NextToken },
			func(in *accessanalyzer.ListAnalyzersInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *accessanalyzer.ListAnalyzersOutput) (rows []*Analyzer) {
			for _, a := range out.Analyzers {
				r := aws.Resource(s, aws.Deref(a.Arn), aws.Deref(a.Name))
				r.Tags = inventory.Of(a.Tags)
				rows = append(rows, &Analyzer{
					Resource: r,
					Type:     word(string(a.Type), "Type"),
					Status:   word(string(a.Status), "Status"),
				})
			}
			return rows
		})
	},
}

// word is a member that every answer has to hold.
func word(v, name string) inventory.Known[string] {
	if v == "" {
		return inventory.Unanswered[string]("AccessAnalyzer ListAnalyzers", name)
	}
	return inventory.Of(v)
}

func client(s inventory.Scope) *accessanalyzer.Client {
	return accessanalyzer.NewFromConfig(aws.Config(s, "accessanalyzer"))
}

// AnalyzerFindings fetches Analyzer.Findings.
var AnalyzerFindings = &inventory.Field[Analyzer, Findings]{
	Of: Analyzers, Column: "findings", Actions: []string{"access-analyzer:ListFindings"},
	At: func(a *Analyzer) *inventory.Known[Findings] { return &a.Findings },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Analyzer) (found Findings, err error) {
		in := &accessanalyzer.ListFindingsV2Input{
			AnalyzerArn: &a.Full,
			Filter:      map[string]types.Criterion{"status": {Eq: []string{string(types.FindingStatusActive)}}},
		}
		// The list "is required" (API reference): without findings it is empty.
		call := aws.Whole(client(s).ListFindingsV2, func(out *accessanalyzer.ListFindingsV2Output) bool { return out.Findings == nil })
		for out, err := range aws.Pages(ctx, call, in,
			func(out *accessanalyzer.ListFindingsV2Output) *string { return out.NextToken },
			func(in *accessanalyzer.ListFindingsV2Input, token *string) { in.NextToken = token }) {
			if aws.Code(err, "ResourceNotFoundException") {
				return Findings{}, fmt.Errorf("%w: %w", inventory.ErrGone, err)
			}
			if err != nil {
				return Findings{}, err
			}
			found.Active += len(out.Findings)
			for _, f := range out.Findings {
				if f.Resource != nil {
					found.Resources = append(found.Resources, *f.Resource)
				}
			}
		}
		slices.Sort(found.Resources)
		found.Resources = slices.Compact(found.Resources)
		return found, nil
	},
}
