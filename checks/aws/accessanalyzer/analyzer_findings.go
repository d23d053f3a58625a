package accessanalyzer

import (
	"demarc/checks"
	"demarc/providers/aws/accessanalyzer"
	"demarc/providers/inventory"
)

// AnalyzerFindings asks that findings be looked into.
var AnalyzerFindings = &checks.Check{
	ID:       "aws-accessanalyzer-no-active-findings",
	Title:    "IAM Access Analyzer has no findings that nobody has looked into",
	Why:      "Each active finding is access from outside, or access that nobody uses, that is neither meant nor removed.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Access analyzer > the analyzer > Findings: remove the access, or archive what is meant (better: an archive rule).",
		CLI:       "aws accessanalyzer update-findings --analyzer-arn <analyzer-arn> --ids <finding-id> --status ARCHIVED",
		Terraform: "resource \"aws_accessanalyzer_archive_rule\" \"example\" {\n  analyzer_name = aws_accessanalyzer_analyzer.example.analyzer_name\n  rule_name     = \"partner\"\n  filter {\n    criteria = \"principal.AWS\"\n    eq       = [\"<partner-account>\"]\n  }\n}",
	},
	Aliases: []string{"prowler:accessanalyzer_enabled_without_findings"},
	Link:    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html",
	Needs:   []inventory.Source{accessanalyzer.AnalyzerFindings},
	Run: checks.Each(accessanalyzer.Analyzers, func(p *checks.Probe, a *accessanalyzer.Analyzer) {
		status, ok := a.Status.Get(p)
		if !ok {
			return
		}
		if status != accessanalyzer.Active {
			p.Skipf("the analyzer is %s", status)
			return
		}
		if found, ok := a.Findings.Get(p); ok && found.Active > 0 {
			p.Evidence("activeFindings", found.Active)
			if len(found.Resources) > 0 {
				p.Evidence("resources", found.Resources)
			}
			p.Failf("%d findings are active", found.Active)
		}
	}),
}
