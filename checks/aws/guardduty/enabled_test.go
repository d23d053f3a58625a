package guardduty

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

func TestEnabled(t *testing.T) {
	checktest.Run(t, Enabled, []checktest.Case{
		{Name: "on", Have: in(detector(with(nil))), Want: pass},
		{Name: "suspended", Have: in(detector(inventory.Of(guardduty.Settings{}))), Want: fail},
		{Name: "none", Have: in(), Want: fail},
		{Name: "hidden", Have: in(detector(inventory.Missing[guardduty.Settings](checktest.Dark))), Want: unknown},
		{Name: "one region of two", Want: []checks.Verdict{checks.Fail, checks.Pass}, Have: inventory.Fixture(inventory.Rows(guardduty.Detectors, detector(with(nil))))},
		{Name: "not listed in one", Want: []checks.Verdict{checks.Unknown, checks.Pass}, Have: inventory.Fixture(
			inventory.Rows(guardduty.Detectors, detector(with(nil))), inventory.Unlisted(guardduty.Detectors, "eu-west-1", checktest.Dark))},
	})
}
