package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestSecretsEncryption(t *testing.T) {
	with := func(k inventory.Known[string]) *inventory.Inventory {
		return have(func(c *gke.Cluster) { c.DatabaseEncryption = k })
	}
	checktest.Run(t, SecretsEncryption, append(states(func(c *gke.Cluster) { c.DatabaseEncryption = inventory.Of("DECRYPTED") }),
		checktest.Case{Name: "off", Have: with(inventory.Of("DECRYPTED")), Want: fail},
		checktest.Case{Name: "on", Have: with(inventory.Of("ENCRYPTED")), Want: pass},
		checktest.Case{Name: "all", Have: with(inventory.Of("ALL_OBJECTS_ENCRYPTION_ENABLED")), Want: pass},
		checktest.Case{Name: "unknown", Have: with(inventory.Of("UNKNOWN")), Want: unknown},
		checktest.Case{Name: "hidden", Have: with(dark[string]()), Want: unknown},
	))
}
