package accessanalyzer

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer"
	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestAnalyzers(t *testing.T) {
	var e awsfake.Estate
	name := func(n string) *string {
		return new("arn:aws:access-analyzer:eu-central-1:" + awstest.Account + ":analyzer/" + n)
	}
	awsfake.On(&e, func(c awsfake.Call, in *accessanalyzer.ListAnalyzersInput) (*accessanalyzer.ListAnalyzersOutput, error) {
		switch {
		case c.Region != "eu-central-1":
			return &accessanalyzer.ListAnalyzersOutput{}, nil
		case in.NextToken == nil:
			return &accessanalyzer.ListAnalyzersOutput{NextToken: new("1"), Analyzers: []types.AnalyzerSummary{{Arn: name("a"), Name: new("a"), Type: types.TypeAccount, Status: types.AnalyzerStatusActive}}}, nil
		}
		return &accessanalyzer.ListAnalyzersOutput{Analyzers: []types.AnalyzerSummary{{Arn: name("b"), Name: new("b"), Type: types.TypeAccount}, {Arn: name("gone"), Name: new("gone")}}}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *accessanalyzer.ListFindingsV2Input) (*accessanalyzer.ListFindingsV2Output, error) {
		if *in.AnalyzerArn == *name("gone") {
			return nil, awsfake.Wrap(404, &types.ResourceNotFoundException{})
		}
		if in.NextToken == nil {
			return &accessanalyzer.ListFindingsV2Output{NextToken: new("1"), Findings: []types.FindingSummaryV2{{Resource: new("arn:aws:s3:::open")}, {Resource: new("arn:aws:s3:::b")}}}, nil
		}
		return &accessanalyzer.ListFindingsV2Output{Findings: []types.FindingSummaryV2{{Resource: new("arn:aws:s3:::open")}}}, nil
	})
	inv := awstest.Collect(t, &e, AnalyzerFindings)
	rows := awstest.Rows(t, inv, Analyzers)
	if len(rows) != 2 || inv.Gone() != 1 || rows[0].Region != "eu-central-1" {
		t.Fatalf("rows %+v, gone %d", rows, inv.Gone())
	}
	if n := awstest.Value(t, rows[0].Findings); n.Active != 3 || !slices.Equal(n.Resources, []string{"arn:aws:s3:::b", "arn:aws:s3:::open"}) || awstest.Value(t, rows[0].Status) != Active || !External(awstest.Value(t, rows[0].Type)) {
		t.Errorf("the analyzer is %+v", rows[0])
	}
	if _, hidden := rows[1].Status.Gap(); !hidden {
		t.Error("a status that is absent is known")
	}
}
