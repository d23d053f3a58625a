package guardduty

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skipped = []checks.Verdict{checks.NotApplicable}
)

// in is an account of one region with these detectors.
func in(ds ...*guardduty.Detector) *inventory.Inventory {
	return inventory.Fixture(inventory.InRegions("us-east-1"), inventory.Rows(guardduty.Detectors, ds...))
}

func detector(set inventory.Known[guardduty.Settings]) *guardduty.Detector {
	return &guardduty.Detector{Resource: inventory.Resource{ID: "d"}, Settings: set}
}

// with is the settings of a detector that is on.
func with(features map[string]guardduty.Feature) inventory.Known[guardduty.Settings] {
	return inventory.Of(guardduty.Settings{Enabled: true, Features: features})
}
