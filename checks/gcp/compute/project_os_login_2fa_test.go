package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestProjectOSLogin2FA(t *testing.T) {
	set := func(login, factor compute.Switch) inventory.Part {
		return settings(compute.Metadata{OSLogin: inventory.Of(login), OSLogin2FA: inventory.Of(factor)})
	}
	checktest.Run(t, ProjectOSLogin2FA, []checktest.Case{
		is("both", checks.Pass, set(compute.On, compute.On)),
		is("no factor", checks.Fail, set(compute.On, compute.Unset)),
		is("a factor, and no login", checks.Fail, set(compute.Unset, compute.On)),
		is("hidden", checks.Unknown, settings(compute.Metadata{OSLogin: inventory.Of(compute.On), OSLogin2FA: hidden[compute.Switch]()})),
	})
}
