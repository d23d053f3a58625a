package cloudsql

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/cloudsql"
	"demarc/providers/inventory"
)

func TestDeletionProtection(t *testing.T) {
	checktest.Run(t, DeletionProtection, append(replicas(),
		checktest.Case{Name: "on", Have: have(func(i *cloudsql.Instance) { i.DeletionProtection = inventory.Of(true) }), Want: pass},
		checktest.Case{Name: "hidden", Have: have(func(i *cloudsql.Instance) { i.DeletionProtection = inventory.Missing[bool](checktest.Dark) }), Want: unknown},
	))
}
