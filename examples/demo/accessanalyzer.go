package demo

import (
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer"
	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer/types"

	"demarc/providers/aws/awsfake"
)

// analyzers are by place: the number of active findings by the analyzer's name.
var analyzers = map[place]map[string]int{
	{Shop, virginia}:  {"larkspur": 0},
	{Shop, frankfurt}: {"larkspur": 0},
	{Shop, sydney}:    {"larkspur": 0},
	{Lab, virginia}:   {"trial": 4},
}

func accessanalyzerAnswers(e *awsfake.Estate) {
	arn := func(c awsfake.Call, name string) string {
		return "arn:aws:access-analyzer:" + c.Region + ":" + c.Account + ":analyzer/" + name
	}
	awsfake.On(e, func(c awsfake.Call, in *accessanalyzer.ListAnalyzersInput) (*accessanalyzer.ListAnalyzersOutput, error) {
		var all []types.AnalyzerSummary
		for name := range analyzers[at(c)] {
			all = append(all, types.AnalyzerSummary{Arn: new(arn(c, name)), Name: &name, Type: types.TypeAccount, Status: types.AnalyzerStatusActive, CreatedAt: daysAgo(300)})
		}
		page, next := awsfake.Page(all, in.NextToken, 1)
		return &accessanalyzer.ListAnalyzersOutput{Analyzers: page, NextToken: next}, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *accessanalyzer.ListFindingsV2Input) (*accessanalyzer.ListFindingsV2Output, error) {
		all := []types.FindingSummaryV2{}
		for name, n := range analyzers[at(c)] {
			if arn(c, name) == *in.AnalyzerArn {
				for i := range n {
					all = append(all, types.FindingSummaryV2{Id: new("finding-" + strconv.Itoa(i))})
				}
			}
		}
		page, next := awsfake.Page(all, in.NextToken, 3)
		return &accessanalyzer.ListFindingsV2Output{Findings: page, NextToken: next}, nil
	})
}
