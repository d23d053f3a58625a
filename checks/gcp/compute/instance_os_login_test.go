package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestInstanceOSLogin(t *testing.T) {
	free := enforced(orgpolicy.RequireOSLogin, false)
	checktest.Run(t, InstanceOSLogin, []checktest.Case{
		is("not set", checks.Pass, machine(), free),
		is("on", checks.Pass, machine(func(i *compute.Instance) { i.Metadata.OSLogin = inventory.Of(compute.On) }), free),
		ranked(checks.Medium, is("off", checks.Fail, machine(func(i *compute.Instance) { i.Metadata.OSLogin = inventory.Of(compute.Off) }), free)),
		is("off, and yet in effect", checks.Pass, machine(func(i *compute.Instance) {
			i.Metadata.OSLogin = inventory.Of(compute.Off)
			i.Effective.OSLogin = inventory.Of(compute.On)
		}), free),
		ranked(checks.Low, is("off, enforced from above", checks.Fail, machine(func(i *compute.Instance) { i.Metadata.OSLogin = inventory.Of(compute.Off) }), enforced(orgpolicy.RequireOSLogin, true))),
		is("Windows", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.Metadata.OSLogin = inventory.Of(compute.Off)
			i.Disks = inventory.Of([]compute.AttachedDisk{{Boot: true, Windows: true, AutoDelete: inventory.Of(true)}})
		}), free),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Metadata.OSLogin = hidden[compute.Switch]() }), free),
	})
}
