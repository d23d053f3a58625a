package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestProjectOSLogin(t *testing.T) {
	free := enforced(orgpolicy.RequireOSLogin, false)
	checktest.Run(t, ProjectOSLogin, []checktest.Case{
		is("on", checks.Pass, settings(compute.Metadata{OSLogin: inventory.Of(compute.On)}), free),
		is("off", checks.Fail, settings(compute.Metadata{OSLogin: inventory.Of(compute.Off)}), free),
		ranked(checks.Medium, is("not set", checks.Fail, settings(compute.Metadata{OSLogin: inventory.Of(compute.Unset)}), free)),
		ranked(checks.Low, is("not set, enforced from above", checks.Fail, settings(compute.Metadata{OSLogin: inventory.Of(compute.Unset)}), enforced(orgpolicy.RequireOSLogin, true))),
		is("hidden", checks.Unknown, settings(compute.Metadata{OSLogin: hidden[compute.Switch]()}), free),
	})
}
