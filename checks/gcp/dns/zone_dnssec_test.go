package dns

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/inventory"
)

func TestZoneDNSSEC(t *testing.T) {

	checktest.Run(t, ZoneDNSSEC, []checktest.Case{
		is("on", checks.Pass, zone(false, inventory.Of("on"))),
		is("off", checks.Fail, zone(false, inventory.Of("off"))),
		is("in transfer", checks.Fail, zone(false, inventory.Of("transfer"))),
		is("another state", checks.Unknown, zone(false, inventory.Of("paused"))),
		is("private", checks.NotApplicable, zone(true, inventory.Of("off"))),
		is("hidden", checks.Unknown, zone(false, inventory.Missing[string](checktest.Dark))),
	})
}
