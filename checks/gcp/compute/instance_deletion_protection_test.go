package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceDeletionProtection(t *testing.T) {

	checktest.Run(t, InstanceDeletionProtection, []checktest.Case{
		is("on", checks.Pass, machine()),
		is("off", checks.Fail, machine(func(i *compute.Instance) { i.DeletionProtection = inventory.Of(false) })),
		is("of a group", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.DeletionProtection = inventory.Of(false)
			i.Group = inventory.Of("//g/webs")
		})),
		is("a node of GKE", checks.NotApplicable, machine(func(i *compute.Instance) { i.DeletionProtection = inventory.Of(false); node(i) })),
		is("of Dataproc", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.DeletionProtection = inventory.Of(false)
			i.Resource = labelled("c-m", "goog-dataproc-cluster-uuid")
		})),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.DeletionProtection = hidden[bool]() })),
		is("group hidden", checks.Unknown, machine(func(i *compute.Instance) { i.DeletionProtection = inventory.Of(false); i.Group = hidden[string]() })),
	})
}
