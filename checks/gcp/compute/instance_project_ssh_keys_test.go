package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceProjectSSHKeys(t *testing.T) {
	none, login := settings(compute.Metadata{OSLogin: inventory.Of(compute.Unset), SerialPort: inventory.Of(compute.Unset), BlockProjectKeys: inventory.Of(compute.On)}), settings(compute.Metadata{OSLogin: inventory.Of(compute.On), SerialPort: inventory.Of(compute.Unset), BlockProjectKeys: inventory.Of(compute.Unset)})
	checktest.Run(t, InstanceProjectSSHKeys, []checktest.Case{
		is("blocked", checks.Pass, machine(func(i *compute.Instance) { i.Metadata.BlockProjectKeys = inventory.Of(compute.On) }), none),
		is("not blocked", checks.Fail, machine(), none),
		is("OS Login of the project", checks.NotApplicable, machine(), login),
		is("OS Login of the instance", checks.NotApplicable, machine(func(i *compute.Instance) { i.Metadata.OSLogin = inventory.Of(compute.On) }), none),
		is("OS Login left", checks.Fail, machine(func(i *compute.Instance) { i.Metadata.OSLogin = inventory.Of(compute.Off) }), login),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Metadata.BlockProjectKeys = hidden[compute.Switch]() }), none),
	})
}
