package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstancePublicIP(t *testing.T) {

	checktest.Run(t, InstancePublicIP, []checktest.Case{
		is("none", checks.Pass, machine()),
		is("IPv4", checks.Fail, machine(func(i *compute.Instance) {
			i.Interfaces = inventory.Of([]compute.Interface{{Name: "nic0"}, {Name: "nic1", External: true}})
		})),
		is("IPv6", checks.Fail, machine(func(i *compute.Instance) {
			i.Interfaces = inventory.Of([]compute.Interface{{Name: "nic0"}, {Name: "nic1", IPv6: true}})
		})),
		is("a node of GKE", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.Interfaces = inventory.Of([]compute.Interface{{Name: "nic0"}, {Name: "nic1", External: true}})
			node(i)
		})),
		is("a worker of Dataflow", checks.Fail, machine(func(i *compute.Instance) {
			i.Interfaces = inventory.Of([]compute.Interface{{Name: "nic0"}, {Name: "nic1", External: true}})
			i.Resource = labelled("w", "dataflow_job_id")
		})),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Interfaces = hidden[[]compute.Interface]() })),
	})
}
