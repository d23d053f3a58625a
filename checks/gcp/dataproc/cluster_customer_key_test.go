package dataproc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/dataproc"
	"demarc/providers/inventory"
)

func TestClusterCustomerKey(t *testing.T) {
	with := func(state string, virtual bool, key inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(dataproc.Clusters, &dataproc.Cluster{Resource: inventory.Resource{ID: "a"}, State: inventory.Of(state), Virtual: inventory.Of(virtual), DiskKey: key}))
	}
	checktest.Run(t, ClusterCustomerKey, []checktest.Case{
		{Name: "of Google", Have: with("RUNNING", false, inventory.Of("")), Want: []checks.Verdict{checks.Fail}},
		{Name: "of the customer", Have: with("STOPPED", false, inventory.Of("k")), Want: []checks.Verdict{checks.Pass}},
		{Name: "being deleted", Have: with("DELETING", false, inventory.Of("")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "virtual", Have: with("RUNNING", true, inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: with("RUNNING", false, inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
