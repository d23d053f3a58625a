package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceDiskAutoDelete(t *testing.T) {

	checktest.Run(t, InstanceDiskAutoDelete, []checktest.Case{
		is("kept", checks.Pass, machine()),
		is("deleted", checks.Fail, machine(func(i *compute.Instance) {
			i.Disks = inventory.Of([]compute.AttachedDisk{{Name: "d", Persistent: true, AutoDelete: inventory.Of(true)}})
		})),
		is("a local SSD", checks.Pass, machine(func(i *compute.Instance) {
			i.Disks = inventory.Of([]compute.AttachedDisk{{Name: "d", Persistent: false, AutoDelete: inventory.Of(true)}})
		})),
		is("of a group", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.Disks = inventory.Of([]compute.AttachedDisk{{Name: "d", Persistent: true, AutoDelete: inventory.Of(true)}})
			i.Group = inventory.Of("//g/webs")
		})),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Disks = hidden[[]compute.AttachedDisk]() })),
	})
}
