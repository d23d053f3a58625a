package accessanalyzer

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/accessanalyzer"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func analyzer(region, kind, status string, findings inventory.Known[accessanalyzer.Findings]) *accessanalyzer.Analyzer {
	return &accessanalyzer.Analyzer{
		Resource: inventory.Resource{ID: "a-" + kind, Region: region},
		Type:     inventory.Of(kind), Status: inventory.Of(status), Findings: findings,
	}
}
