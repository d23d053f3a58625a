package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceFullAccess(t *testing.T) {

	checktest.Run(t, InstanceFullAccess, []checktest.Case{
		is("one of its own", checks.Pass, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "web@shop.iam.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/cloud-platform"}}})
		})),
		is("few scopes", checks.Pass, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "1-compute@developer.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/logging.write"}}})
		})),
		is("all scopes", checks.Fail, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "1-compute@developer.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/cloud-platform"}}})
		})),
		is("a node of GKE", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.ServiceAccounts = inventory.Of([]compute.ServiceAccount{{Email: "1-compute@developer.gserviceaccount.com", Scopes: []string{"https://www.googleapis.com/auth/cloud-platform"}}})
			node(i)
		})),
		is("hidden", checks.Unknown, unlisted()),
	})
}
