package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceDefaultServiceAccount(t *testing.T) {

	checktest.Run(t, InstanceDefaultServiceAccount, []checktest.Case{
		is("one of its own", checks.Pass, machine()),
		is("none", checks.Pass, machine(func(i *compute.Instance) { i.ServiceAccounts = inventory.Of([]compute.ServiceAccount(nil)) })),
		is("the default", checks.Fail, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "1-compute@developer.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/logging.write"}}})
		})),
		is("the default, stopped", checks.Fail, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "1-compute@developer.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/logging.write"}}})
			i.Status = inventory.Of("TERMINATED")
		})),
		is("a node of GKE", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "1-compute@developer.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/logging.write"}}})
			node(i)
		})),
		is("named like a node", checks.Fail, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "1-compute@developer.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/logging.write"}}})
			i.ID = "gke-web"
		})),
		is("labels hidden", checks.Unknown, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "1-compute@developer.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/logging.write"}}})
			i.Tags = hidden[map[string]string]()
		})),
		is("hidden", checks.Unknown, unlisted()),
	})
}
