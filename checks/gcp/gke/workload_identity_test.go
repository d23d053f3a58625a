package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestWorkloadIdentity(t *testing.T) {
	cases := append(poolCases(func(x *gke.Pool) { x.Metadata = inventory.Of("GCE_METADATA") }, func(x *gke.Pool) { x.Metadata = dark[string]() }),
		checktest.Case{Name: "no identities", Have: have(func(c *gke.Cluster) { c.Identities = inventory.Of("") }), Want: fail},
		checktest.Case{Name: "Autopilot", Have: have(func(c *gke.Cluster) { c.Autopilot, c.Identities = inventory.Of(true), inventory.Of("") }), Want: pass})
	checktest.Run(t, WorkloadIdentity, cases)
}
