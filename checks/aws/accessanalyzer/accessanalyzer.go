// Package accessanalyzer holds the checks of IAM Access Analyzer, one to a file.
package accessanalyzer

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AnalyzerFindings,
	RegionAnalyzer,
}
