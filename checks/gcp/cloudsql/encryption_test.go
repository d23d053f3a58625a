package cloudsql

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

func TestEncryption(t *testing.T) {
	with := func(mode string, require inventory.Known[bool], connectors string) *inventory.Inventory {
		return have(func(i *cloudsql.Instance) {
			i.SSLMode, i.RequireSSL, i.Connectors = inventory.Of(mode), require, inventory.Of(connectors)
		})
	}
	yes, no, dark := inventory.Of(true), inventory.Of(false), inventory.Missing[bool](checktest.Dark)
	const free, bound = "NOT_REQUIRED", "REQUIRED"
	checktest.Run(t, Encryption, append(states(),
		checktest.Case{Name: "either", Have: with("ALLOW_UNENCRYPTED_AND_ENCRYPTED", no, free), Want: fail},
		checktest.Case{Name: "TLS alone", Have: with("ENCRYPTED_ONLY", no, free), Want: pass},
		checktest.Case{Name: "certificates", Have: with("TRUSTED_CLIENT_CERTIFICATE_REQUIRED", dark, free), Want: pass},
		checktest.Case{Name: "the mode goes before the switch", Have: with("ALLOW_UNENCRYPTED_AND_ENCRYPTED", yes, free), Want: fail},
		checktest.Case{Name: "an old switch, on", Have: with("", yes, free), Want: pass},
		checktest.Case{Name: "an old switch, off", Have: with("SSL_MODE_UNSPECIFIED", no, free), Want: fail},
		checktest.Case{Name: "neither", Have: with("", dark, free), Want: unknown},
		checktest.Case{Name: "connectors alone", Have: with("ALLOW_UNENCRYPTED_AND_ENCRYPTED", no, bound), Want: pass},
		checktest.Case{Name: "an unknown mode", Have: with("NEW_MODE", no, free), Want: unknown},
	))
}
