package accessanalyzer

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/accessanalyzer"
	"demarc/providers/inventory"
)

func TestRegionAnalyzer(t *testing.T) {
	zero := inventory.Of(accessanalyzer.Findings{})
	have := func(rows ...*accessanalyzer.Analyzer) *inventory.Inventory {
		return inventory.Fixture(inventory.InRegions("eu-west-1", "us-east-1"), inventory.Rows(accessanalyzer.Analyzers, rows...))
	}
	hidden := analyzer("us-east-1", "ACCOUNT", "ACTIVE", zero)
	hidden.Status = inventory.Missing[string](checktest.Dark)
	ireland := analyzer("eu-west-1", "ORGANIZATION", "ACTIVE", zero)
	checktest.Run(t, RegionAnalyzer, []checktest.Case{
		{Name: "both regions", Have: have(ireland, analyzer("us-east-1", "ACCOUNT", "ACTIVE", zero)), Want: []checks.Verdict{checks.Pass, checks.Pass}},
		{Name: "one region", Have: have(ireland), Want: []checks.Verdict{checks.Pass, checks.Fail}},
		{Name: "unused access only", Have: have(ireland, analyzer("us-east-1", "ACCOUNT_UNUSED_ACCESS", "ACTIVE", zero)), Want: []checks.Verdict{checks.Pass, checks.Fail}},
		{Name: "disabled", Have: have(ireland, analyzer("us-east-1", "ACCOUNT", "DISABLED", zero)), Want: []checks.Verdict{checks.Pass, checks.Fail}},
		{Name: "status hidden", Have: have(ireland, hidden), Want: []checks.Verdict{checks.Pass, checks.Unknown}},
		{Name: "region denied", Have: inventory.Fixture(inventory.InRegions("eu-west-1", "us-east-1"), inventory.Rows(accessanalyzer.Analyzers, ireland),
			inventory.Unlisted(accessanalyzer.Analyzers, "us-east-1", checktest.Dark)), Want: []checks.Verdict{checks.Pass, checks.Unknown}},
	})
}
