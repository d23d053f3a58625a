package accessanalyzer

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/accessanalyzer"
	"demarc/providers/inventory"
)

// RegionAnalyzer asks for an external access analyzer in every region.
var RegionAnalyzer = &checks.Check{
	ID:       "aws-accessanalyzer-external-access",
	Title:    "IAM Access Analyzer looks for external access in every region",
	Why:      "Policies that let outsiders in are spread over buckets, keys, queues, functions and roles. The analyzer finds them as they appear, and costs nothing.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Access analyzer > Create analyzer: External access analysis, in each region; for the whole organization in its delegated administrator.",
		CLI:       "aws accessanalyzer create-analyzer --analyzer-name external-access --type ACCOUNT --region <region>",
		Terraform: "resource \"aws_accessanalyzer_analyzer\" \"example\" {\n  analyzer_name = \"external-access\"\n  type          = \"ACCOUNT\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.18"}},
	Aliases:  []string{"prowler:accessanalyzer_enabled", "securityhub:IAM.28"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html",
	Needs:    []inventory.Source{accessanalyzer.Analyzers},
	Run: checks.Regions(func(p *checks.Probe) {
		var others []string
		var hidden inventory.Gaps
		for a := range accessanalyzer.Analyzers.In(p.Inv, &hidden, p.Region) {
			kind, ok1 := a.Type.Get(&hidden)
			status, ok2 := a.Status.Get(&hidden)
			if !ok1 || !ok2 {
				continue
			}
			if accessanalyzer.External(kind) && status == accessanalyzer.Active {
				p.Evidence("analyzer", a.ID)
				return
			}
			others = append(others, a.ID+" ("+kind+", "+status+")")
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("analyzers", others)
		p.Absentf("the account has no active external access analyzer in the region (one of its organization's would be in another account)")
	}),
}
