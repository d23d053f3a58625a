package accessanalyzer

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer"
	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// The list of findings "is required": it is not empty for being absent.
func TestAbsentFindings(t *testing.T) {
	for name, tc := range map[string]struct {
		findings []types.FindingSummaryV2
		known    bool
	}{"no list": {nil, false}, "an empty list": {[]types.FindingSummaryV2{}, true}} {
		var e awsfake.Estate
		awsfake.On(&e, func(c awsfake.Call, _ *accessanalyzer.ListAnalyzersInput) (*accessanalyzer.ListAnalyzersOutput, error) {
			out := &accessanalyzer.ListAnalyzersOutput{Analyzers: []types.AnalyzerSummary{}}
			if c.Region == "us-east-1" {
				out.Analyzers = append(out.Analyzers, types.AnalyzerSummary{Arn: new("arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a"), Name: new("a")})
			}
			return out, nil
		})
		awsfake.On(&e, func(awsfake.Call, *accessanalyzer.ListFindingsV2Input) (*accessanalyzer.ListFindingsV2Output, error) {
			return &accessanalyzer.ListFindingsV2Output{Findings: tc.findings}, nil
		})
		rows := awstest.Rows(t, awstest.Collect(t, &e, AnalyzerFindings), Analyzers)
		if _, hidden := rows[0].Findings.Gap(); len(rows) != 1 || hidden == tc.known {
			t.Errorf("%s: known %t", name, !hidden)
		}
	}
}
