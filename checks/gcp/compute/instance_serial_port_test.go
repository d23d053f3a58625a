package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestInstanceSerialPort(t *testing.T) {
	free := enforced(orgpolicy.NoSerialPort, false)
	with := settings(compute.Metadata{SerialPort: inventory.Of(compute.On)})
	without := settings(compute.Metadata{SerialPort: inventory.Of(compute.Unset)})
	checktest.Run(t, InstanceSerialPort, []checktest.Case{
		is("not set", checks.Pass, machine(), without, free),
		ranked(checks.Medium, is("on", checks.Fail, machine(func(i *compute.Instance) { i.Metadata.SerialPort = inventory.Of(compute.On) }), without, free)),
		is("on, stopped", checks.Fail, machine(func(i *compute.Instance) {
			i.Metadata.SerialPort = inventory.Of(compute.On)
			i.Status = inventory.Of("TERMINATED")
		}), without, free),
		is("on in the project", checks.Fail, machine(), with, free),
		is("off, on in the project", checks.Pass, machine(func(i *compute.Instance) { i.Metadata.SerialPort = inventory.Of(compute.Off) }), with, free),
		ranked(checks.Low, is("on, refused from above", checks.Fail, machine(func(i *compute.Instance) { i.Metadata.SerialPort = inventory.Of(compute.On) }), without, enforced(orgpolicy.NoSerialPort, true))),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Metadata.SerialPort = hidden[compute.Switch]() }), without, free),
	})
}
