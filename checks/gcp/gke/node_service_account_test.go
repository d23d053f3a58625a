package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestNodeServiceAccount(t *testing.T) {
	cases := append(poolCases(func(x *gke.Pool) { x.ServiceAccount = inventory.Of("default") }, func(x *gke.Pool) { x.ServiceAccount = dark[string]() }),
		checktest.Case{Name: "by its name", Want: fail, Have: have(func(c *gke.Cluster) {
			c.Pools = inventory.Of([]gke.Pool{newPool(func(x *gke.Pool) {
				x.ServiceAccount = inventory.Of("400000000001-compute@developer.gserviceaccount.com")
			})})
		})})
	checktest.Run(t, NodeServiceAccount, cases)
}
