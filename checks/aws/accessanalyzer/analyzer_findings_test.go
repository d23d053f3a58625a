package accessanalyzer

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/accessanalyzer"
	"demarc/providers/inventory"
)

func TestAnalyzerFindings(t *testing.T) {
	have := func(status string, findings inventory.Known[accessanalyzer.Findings]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(accessanalyzer.Analyzers, analyzer("us-east-1", "ACCOUNT", status, findings)))
	}
	checktest.Run(t, AnalyzerFindings, []checktest.Case{
		{Name: "none", Have: have("ACTIVE", inventory.Of(accessanalyzer.Findings{})), Want: []checks.Verdict{checks.Pass}},
		{Name: "some", Have: have("ACTIVE", inventory.Of(accessanalyzer.Findings{Active: 3, Resources: []string{"arn:aws:s3:::open"}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "disabled", Have: have("DISABLED", inventory.Of(accessanalyzer.Findings{Active: 3, Resources: []string{"arn:aws:s3:::open"}})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "denied", Have: have("ACTIVE", inventory.Missing[accessanalyzer.Findings](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
