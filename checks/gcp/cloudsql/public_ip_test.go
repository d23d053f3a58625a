package cloudsql

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

func TestPublicIP(t *testing.T) {
	checktest.Run(t, PublicIP, append(states(),
		checktest.Case{Name: "public", Have: have(asIs), Want: fail},
		checktest.Case{Name: "private", Have: have(func(i *cloudsql.Instance) { i.PublicIP = inventory.Of(false) }), Want: pass},
		checktest.Case{Name: "hidden", Have: have(func(i *cloudsql.Instance) { i.PublicIP = inventory.Missing[bool](checktest.Dark) }), Want: unknown},
	))
}
