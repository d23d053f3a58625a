package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestBinaryAuthorization(t *testing.T) {
	with := func(k inventory.Known[string]) *inventory.Inventory {
		return have(func(c *gke.Cluster) { c.BinaryAuthz = k })
	}
	checktest.Run(t, BinaryAuthorization, append(states(func(c *gke.Cluster) { c.BinaryAuthz = inventory.Of("DISABLED") }),
		checktest.Case{Name: "off", Have: with(inventory.Of("DISABLED")), Want: fail},
		checktest.Case{Name: "on", Have: with(inventory.Of("PROJECT_SINGLETON_POLICY_ENFORCE")), Want: pass},
		checktest.Case{Name: "on, with policies", Have: with(inventory.Of("POLICY_BINDINGS_AND_PROJECT_SINGLETON_POLICY_ENFORCE")), Want: pass},
		checktest.Case{Name: "looked at alone", Have: with(inventory.Of("POLICY_BINDINGS")), Want: fail},
		checktest.Case{Name: "unknown", Have: with(inventory.Of("NEW_MODE")), Want: unknown},
		checktest.Case{Name: "hidden", Have: with(dark[string]()), Want: unknown},
	))
}
